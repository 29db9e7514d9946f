import { entered, HOUR, horizon } from './aWave.ts'
import type { Accepted, Mood } from './badMailServer.ts'
import { dice } from './dice.ts'
import type { OwnDatabase } from './ownDatabase.ts'
import { type Places, STRIDE, Worker } from './workers.ts'

/** How many times each thing happened. */
export type Tally = Record<string, number>

/** A mail that was taken, in which turn of which worker. */
interface Taken extends Accepted {
  by: Worker | undefined
  turn: number
}

const badMoods: readonly Mood[] = ['closed', 'refuses', 'stalls', 'babbles', 'full', 'hangsUp', 'forgetsToSay']
/** Where something may happen: in which phase, and how many milliseconds after its beginning at most. */
const moments: readonly [phase: string, longest: number][] = [
  ['run', 12],
  ['run', 12],
  ['deliver', 8],
  ['deliver', 60],
  ['mail', 5],
  ['mail', 20],
  ['signals', 12],
  ['checks', 12],
  ['segments', 6],
]

/** Of so many blows one is a restart of the database. */
const RESTART_EVERY = 100

/** Two workers at work, and everything that may befall them, drawn from a seed. */
export class Storm {
  readonly tally: Tally = {}
  readonly taken: Taken[] = []
  kills = 0
  private strikes = 0
  private readonly draw: () => number
  private readonly drawMood: () => number
  private readonly all = new Map<string, Worker>()
  private readonly spare: Worker[] = []
  private isCalm = true

  constructor(
    private readonly database: OwnDatabase,
    private readonly places: Places,
    seed: number,
  ) {
    this.draw = dice(seed)
    this.drawMood = dice(seed + 1)
  }

  /** What the mail server is to do next: badly with one mail in seven while the storm lasts. */
  readonly mood = (): Mood => {
    if (this.isCalm || this.drawMood() > 0.14) return 'well'
    const mood = badMoods[Math.floor(this.drawMood() * badMoods.length)] ?? 'well'
    this.count(`mail server ${mood}`)
    return mood
  }

  readonly accept = (mail: Accepted) => {
    const by = this.all.get(mail.worker)
    this.taken.push({ ...mail, by, turn: by?.turn ?? 0 })
    by?.posted()
  }

  /** Works a wave off to its end with one worker whom nothing befalls. */
  async calm(now = horizon) {
    const worker = await this.fresh()
    await worker.until(entered, now)
    await worker.kill()
  }

  /** Works a wave off with two workers, of whom up to so many are killed meanwhile, and leaves nothing of it undone. */
  async rage(mostKills: number) {
    const began = performance.now()
    this.isCalm = false
    const slots = [await this.fresh(), await this.fresh()]
    let clock = entered
    for (const worker of slots) this.send(worker, clock)
    while (this.kills < mostKills && clock < horizon) {
      await this.strike(slots, clock)
      if (slots.every((worker) => worker.idleAt !== undefined)) {
        clock += STRIDE
        for (const worker of slots) this.send(worker, clock)
      }
    }
    await this.killAll(slots)
    this.isCalm = true
    this.count('ms raging', Math.round(performance.now() - began))
    await this.calm(horizon + 10 * STRIDE)
  }

  async stop() {
    await Promise.all([...this.all.values()].map((worker) => worker.kill()))
  }

  /** At a random moment of something that a worker is busy with, something happens. */
  private async strike(slots: Worker[], clock: number) {
    const index = Math.floor(this.draw() * slots.length)
    const worker = slots[index]
    const [phase, longest] = moments[Math.floor(this.draw() * moments.length)] ?? ['run', 0]
    const [moment, lot] = [this.draw() * longest, this.draw()]
    if (!worker || worker.idleAt !== undefined) return slots.find((busy) => busy.idleAt === undefined)?.idle()
    await worker.begins(phase)
    await pause(moment)
    if (worker.idleAt !== undefined) return
    this.strikes += 1
    if (this.strikes % RESTART_EVERY === RESTART_EVERY / 2) await this.restart()
    else if (lot < 0.1) await this.cut()
    else if (lot < 0.15) await this.freeze(worker)
    else if (lot < 0.25) await this.replaceAll(slots, clock)
    else slots[index] = await this.replaced(worker, clock)
  }

  private async replaced(worker: Worker, clock: number): Promise<Worker> {
    await this.kill(worker)
    const next = await this.fresh()
    this.send(next, clock)
    return next
  }

  /** Nobody is left who could hold a lease: it is as though the five minutes were over. */
  private async replaceAll(slots: Worker[], clock: number) {
    await this.killAll(slots)
    for (const index of slots.keys()) {
      const next = await this.fresh()
      this.send(next, clock)
      slots[index] = next
    }
  }

  private async killAll(slots: readonly Worker[]) {
    for (const worker of slots) await this.kill(worker)
    await this.endLeases()
  }

  private async kill(worker: Worker) {
    this.count(`killed in ${worker.idleAt === undefined ? (worker.phase ?? 'between') : 'idleness'}`)
    this.kills += 1
    if (worker.isGone) throw new Error(`Worker ${worker.name} died of itself`)
    await worker.kill()
  }

  private async endLeases() {
    const { sql } = this.database
    // A query whose caller has died is finished all the same, and could take a lease yet.
    await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'worker under test'`
    await sql`update public.deliveries set leased_until = now() - interval '1 second' where leased_until is not null`
  }

  private async restart() {
    this.count('database restarted')
    await this.database.restart()
  }

  private async cut() {
    const [cut] = await this.database.sql`select count(pg_terminate_backend(pid)) as count from (
      select pid from pg_stat_activity where application_name = 'worker under test' order by random() limit 2) one`
    this.count('connection cut', Number(cut?.count))
  }

  private async freeze(worker: Worker) {
    this.count('worker frozen')
    worker.freeze()
    await pause(this.draw() * 60)
    worker.thaw()
  }

  /** One worker in eight has a clock that is behind, by up to a day. */
  private send(worker: Worker, clock: number) {
    const behind = this.draw() < 0.125 ? this.draw() * 24 * HOUR : 0
    if (behind > 0) this.count('clock stepped back')
    worker.order(Math.round(clock - behind), Math.floor(this.draw() * 2 ** 31))
  }

  /** A worker that has started already; another one is started in its stead. */
  private async fresh(): Promise<Worker> {
    while (this.spare.length < 3) {
      const worker = new Worker(`w${this.all.size + 1}`, this.places)
      this.all.set(worker.name, worker)
      this.spare.push(worker)
    }
    const worker = this.spare.shift()
    if (!worker) throw new Error('No worker')
    await worker.ready()
    return worker
  }

  /** Kills that hit a worker in the middle of something. */
  get hits(): number {
    return this.kills - (this.tally['killed in idleness'] ?? 0) - (this.tally['killed in between'] ?? 0)
  }

  /** What workers said of turns that failed, by the code of the error. */
  get errors(): Tally {
    const codes: Tally = {}
    for (const { failures } of this.all.values()) for (const code of failures) codes[code] = (codes[code] ?? 0) + 1
    return codes
  }

  private count(what: string, by = 1) {
    this.tally[what] = (this.tally[what] ?? 0) + by
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
