import { type ContactEvent, type Facts, noFacts } from '../audience/facts.ts'

type Recorded = readonly [name: string, at: string | number, properties?: Record<string, unknown>]

/** Facts with events as `[name, instant, properties]`, numbered from 1 in the order given, which is that of ingestion. */
export function factsOf(events: readonly Recorded[] = [], others: Partial<Omit<Facts, 'events'>> = {}): Facts {
  const recorded = events.map(([name, at, properties = {}], index): ContactEvent => {
    return { name, at: typeof at === 'number' ? at : Date.parse(at), seq: index + 1, properties }
  })
  return { ...noFacts, ...others, events: recorded.sort((a, b) => a.at - b.at || a.seq - b.seq) }
}
