import type { JourneyNode } from '@/engine/journey'
import { nodeTypes } from '@/nodes'
import { views } from '@/nodes/views'
import { once } from '../store/once'

type Typed = Pick<JourneyNode, 'type' | 'data'>
type View = (typeof views)[string]

/** What a step's view says of its data; nothing for an unknown type or data that does not parse. */
export function readStep<Answer>(
  { type, data }: Typed,
  read: (data: unknown, view: View) => Answer,
): Answer | undefined {
  const view = views[type]
  const parsed = parsedData(data).get(type)
  return view && parsed?.success ? read(parsed.data, view) : undefined
}

/** Cards ask often and data never changes, so each is read once per type. */
const parsedData = once((data: JourneyNode['data']) => ({
  get: memoised((type: string) => nodeTypes[type]?.data.safeParse(data)),
}))

function memoised<Value>(answer: (type: string) => Value): (type: string) => Value {
  const known = new Map<string, Value>()
  return (type) => {
    const value = known.get(type) ?? answer(type)
    known.set(type, value)
    return value
  }
}
