import { setTimeout as sleep } from 'node:timers/promises'

/** How much a provider takes: at once, and in a second. */
export interface Limits {
  atOnce: number
  perSecond: number
}

/** Who waits longer than this is sent away, so that one slow provider holds up no batch, and no message longer than its lease. */
const LONGEST_WAIT_MS = 15_000
/** For how long, where nothing says when there will be room. */
const AWAY_MS = 30_000

/** Lets work through to one provider no faster than it takes it. One per provider and function instance; times in milliseconds. */
export class Pace {
  #next = 0
  #pausedUntil = 0
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(
    readonly limits: Limits,
    readonly now: () => number = () => performance.now(),
    readonly rest: (lasting: number) => Promise<unknown> = sleep,
  ) {}

  /** Nobody is let through for so long: the provider said so. */
  pause(lasting: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.now() + lasting)
  }

  /** Does the work in its turn; or answers how long to stay away, without having begun. */
  async run<Result>(work: () => Promise<Result>): Promise<Result | { away: number }> {
    const came = this.now()
    const turn = this.#turn()
    if (typeof turn === 'object') return turn
    if (turn > 0) await this.rest(turn)
    await this.#enter()
    try {
      const paused = this.#pausedUntil - this.now()
      if (paused > 0) return { away: paused }
      if (this.now() - came > LONGEST_WAIT_MS) return { away: AWAY_MS }
      return await work()
    } finally {
      this.#leave()
    }
  }

  /** How long until the next free place in the second, which is taken; or that it is too long. */
  #turn(): number | { away: number } {
    const now = this.now()
    if (this.#pausedUntil > now) return { away: this.#pausedUntil - now }
    const wait = Math.max(this.#next - now, 0)
    if (wait > LONGEST_WAIT_MS) return { away: wait }
    this.#next = now + wait + 1000 / this.limits.perSecond
    return wait
  }

  async #enter(): Promise<void> {
    if (this.#running < this.limits.atOnce) this.#running += 1
    else await new Promise<void>((enter) => this.#waiting.push(enter))
  }

  /** The place goes to who waits for it, else it is free. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#running -= 1
  }
}
