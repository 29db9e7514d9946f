import type { ContentIssueCode } from './issue.ts'

/**
 * How much a template may cost. Steps, memory and output are counted, so that the same template fails alike on every
 * machine; the time is only there for what counting misses.
 */
export const liquidLimits = {
  /** Characters of one template. */
  source: 50_000,
  /** Blocks within blocks. */
  nesting: 50,
  /** Outputs, tags and texts passed in one rendering. */
  steps: 20_000,
  /** Characters and list items made by filters, ranges and captures in one rendering. */
  memory: 1_000_000,
  /** Characters of the result. */
  output: 200_000,
  milliseconds: 500,
}

/** A template was stopped because it cost too much; `code` says at what. */
export class LiquidLimitError extends Error {
  readonly code: ContentIssueCode

  constructor(code: ContentIssueCode) {
    super(code)
    this.code = code
  }
}
