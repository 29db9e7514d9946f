import { Context, type Liquid } from 'liquidjs'
import type { ContentIssue } from './issue.ts'
import { LiquidLimitError, liquidLimits } from './liquidLimits.ts'

/** What filters and outputs need to know of the message while it is rendered. */
export interface LiquidRun {
  scope: object
  locale: string
  zone: string
  report: (issue: ContentIssue) => void
}

/** liquidjs' context with the message's locale and zone, a place for reports and a count of steps. */
export class MailContext extends Context {
  readonly run: LiquidRun
  /** Set by the `default` filter, so that an output can tell whether its own words were used. */
  defaulted = false
  private steps = 0
  private readonly deadline = performance.now() + liquidLimits.milliseconds

  constructor(liquid: Liquid, run: LiquidRun) {
    super(run.scope, liquid.options, { sync: true }, { liquid })
    this.run = run
  }

  /** Counts one step and stops the rendering when there were too many, or when it took too long. */
  step(): void {
    this.steps += 1
    if (this.steps > liquidLimits.steps) throw new LiquidLimitError('templateTooSlow')
    if (this.steps % 16 === 0 && performance.now() > this.deadline) throw new LiquidLimitError('templateTooSlow')
  }
}

/** The context as ours; every rendering here begins with one. */
export function mailContext(context: Context): MailContext {
  if (!(context instanceof MailContext)) throw new TypeError('The template runs outside a mail.')
  return context
}
