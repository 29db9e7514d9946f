import { type ChildProcess, spawn } from 'node:child_process'
import process from 'node:process'
import { HOUR } from './aWave.ts'
import type { Said } from './said.ts'

/** The clock goes on by this much whenever everything due is worked off. */
export const STRIDE = 4 * HOUR

/** What a worker process is given to find the database and the mail server. */
export interface Places {
  program: string
  databaseUrl: string
  /** Where mail goes to; each worker gives its own name there. */
  smtpUrl: (worker: string) => string
}

/** One worker process, what it is busy with, and which of its turns came to their end. */
export class Worker {
  readonly name: string
  readonly failures: string[] = []
  private readonly unfinished = new Map<number, string>()
  private readonly process: ChildProcess
  private readonly gone: Promise<void>
  private isReady = false
  private wake: () => void = () => undefined
  /** The time up to which everything was worked off. */
  idleAt: number | undefined = undefined

  constructor(name: string, { program, databaseUrl, smtpUrl }: Places) {
    this.name = name
    this.process = spawn(process.execPath, [program], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: process.env.PATH,
        PERENNIAL_CLOCK: 'movable',
        SIGNING_SECRET: 'secret of the fault tests',
        SUPABASE_URL: 'http://127.0.0.1:5300',
        SUPABASE_DB_URL: databaseUrl,
        PGAPPNAME: 'worker under test',
        SMTP_URL: smtpUrl(name),
      },
    })
    this.process.on('message', (said: Said) => this.hear(said))
    this.gone = new Promise((resolve) => this.process.once('exit', () => resolve()))
    this.gone.then(() => this.wake())
  }

  /** What it was in the middle of, if anything. */
  get phase(): string | undefined {
    return [...this.unfinished.values()].at(-1)
  }

  /** The number of what it began last. */
  turn = 0
  private readonly lost = new Set<number>()

  /** Whether a turn's end was never written down: it was killed in it, or lost its database. */
  didLose(turn: number): boolean {
    return this.unfinished.has(turn) || this.lost.has(turn)
  }

  get isGone(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null
  }

  async ready() {
    while (!this.isReady && !this.isGone) await this.heard()
    if (!this.isReady) throw new Error(`Worker ${this.name} did not start`)
  }

  order(now: number, seed: number) {
    this.idleAt = undefined
    this.process.send({ now, seed }, () => undefined)
  }

  async idle() {
    while (this.idleAt === undefined && !this.isGone) await this.heard()
  }

  /** Works off what is due, going from hour to hour as a clock does. */
  async until(from: number, to: number) {
    for (let at = from; at <= to; at += STRIDE) {
      this.order(at, 1)
      await this.idle()
    }
    if (this.isGone) throw new Error(`Worker ${this.name} died of itself`)
  }

  /** Waits for the next turn of that kind, or for the next `mail` to be taken from it, or until there is nothing left to do. */
  async begins(phase: string) {
    const { turn, mails } = this
    const isSo = () => (phase === 'mail' ? this.mails > mails : this.turn > turn && this.phase === phase)
    while (this.idleAt === undefined && !this.isGone && !isSo()) await this.heard()
  }

  /** A mail of its was taken. */
  posted() {
    this.mails += 1
    this.wake()
  }
  private mails = 0

  async kill() {
    this.process.kill('SIGKILL')
    await this.gone
  }

  freeze() {
    this.process.kill('SIGSTOP')
  }

  thaw() {
    this.process.kill('SIGCONT')
  }

  private heard() {
    return new Promise<void>((resolve) => {
      this.wake = resolve
    })
  }

  private hear(said: Said) {
    if (said.is === 'ready') this.isReady = true
    else if (said.is === 'idle') this.idleAt = said.now
    else if (said.is === 'begun') {
      this.turn = said.turn
      this.unfinished.set(said.turn, said.phase)
    } else {
      this.unfinished.delete(said.turn)
      if (said.is === 'failed') {
        this.lost.add(said.turn)
        this.failures.push(said.code)
      }
    }
    this.wake()
  }
}
