import type { Repair } from './repair.ts'

/** Something wrong with a journey: a code that the interface translates, its parameters, and where it is. */
export interface Problem {
  code: string
  /** `blocks` keeps the journey from being published; `warns` does not. */
  severity: 'blocks' | 'warns'
  params: Record<string, string | number>
  nodeId?: string
  port?: string
  edgeId?: string
  /** What certainly mends it and breaks nothing else, where there is such a thing; `edit/repair.ts` does it. */
  repair?: Repair
}

/** A problem that blocks publishing. */
export const blocks = (code: string, params: Problem['params'] = {}): Problem => ({ code, severity: 'blocks', params })

/** A problem that is shown but does not block. */
export const warns = (code: string, params: Problem['params'] = {}): Problem => ({ code, severity: 'warns', params })
