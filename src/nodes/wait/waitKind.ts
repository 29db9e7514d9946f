import type { WaitData, WaitFor, WaitKind } from './waitData.ts'

/** The kinds of wait in the order of the panel. */
export const waitKinds = [
  'duration',
  'localTime',
  'window',
  'date',
  'event',
  'condition',
] as const satisfies readonly WaitKind[]

const MORNING = '09:00'

/** The same wait in another kind; what both have is kept: a length, a time of day, the days. */
export function inKind(until: WaitKind, data: WaitData): WaitData {
  if (until === data.until) return data
  const at = data.until === 'window' ? data.from : 'at' in data ? data.at : MORNING
  const length = data.until === 'duration' ? data.lasting : 'atMost' in data ? data.atMost : 'P1D'
  const days = 'on' in data && data.on ? { on: data.on } : {}
  switch (until) {
    case 'duration':
      return { until, lasting: length }
    case 'localTime':
      return { until, at, ...days }
    case 'window':
      return { until, from: at, to: at < '17:00' ? '17:00' : '00:00', ...days }
    case 'date':
      return { until, date: { in: 'attribute', attribute: '' }, at }
    case 'event':
      return { until, event: { name: '', where: [] }, atMost: length }
    case 'condition':
      return { until, rule: { all: [] }, atMost: length }
  }
}

/** Says whether the end of a window is typed before its start, so that it must say whether it goes over midnight. */
export const isReversed = ({ from, to }: { from: string; to: string }): boolean => from > to && to !== '00:00'

/** A window with other hours; whether it goes over midnight is kept only where it can. */
export function withHours(
  { overnight, ...window }: WaitFor<'window'>,
  hours: { from?: string; to?: string; overnight?: boolean },
): WaitFor<'window'> {
  const { overnight: wanted = overnight, ...changed } = { ...window, ...hours }
  return { ...changed, ...(wanted && isReversed(changed) && { overnight: true }) }
}
