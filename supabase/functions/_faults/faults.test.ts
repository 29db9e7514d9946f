import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTemporaryDataFolder, removeDataFolder } from '../../local/dataFolder.ts'
import { recount } from '../../tests/recount.ts'
import { aWave, entered, horizon, type Wave } from './aWave.ts'
import { type Accepted, badMailServer } from './badMailServer.ts'
import { bundledWorker } from './bundledWorker.ts'
import { type OwnDatabase, ownDatabase } from './ownDatabase.ts'
import { Storm } from './storm.ts'
import { leftOver, story } from './story.ts'
import { Worker } from './workers.ts'

const KILLS = Number(process.env.FAULT_KILLS ?? 200)
const SEED = Number(process.env.FAULT_SEED ?? 20_270_302)
const PEOPLE = 40

const dataDir = makeTemporaryDataFolder()
let database: OwnDatabase
let program: string
beforeAll(async () => {
  database = await ownDatabase(dataDir)
  program = await bundledWorker(dataDir)
}, 60_000)
afterAll(async () => {
  await database.stop()
  removeDataFolder(dataDir)
})

/** What a worker hears when its database goes away under it. */
const lostDatabase = /^(57P0[123]|08|40P01|CONNECTION_|ECONN|EPIPE)/

test(
  `X2: two workers, killed ${KILLS} times while database and mail server fail too, leave everybody where an undisturbed one does (seed ${SEED})`,
  async () => {
    const storm: Storm = new Storm(
      database,
      { program, databaseUrl: database.url, smtpUrl: (name) => mail.url(name) },
      SEED,
    )
    const mail = await badMailServer({ mood: storm.mood, onAccepted: storm.accept })
    try {
      const undisturbed = await aWave(database.sql, PEOPLE)
      await storm.calm()
      const wanted = await story(database.sql, undisturbed)
      await expectWhole(undisturbed)
      expect(wanted.steps?.length).toBeGreaterThan(PEOPLE * 12)

      let waves = 0
      for (; storm.kills < KILLS; waves++) {
        const wave = await aWave(database.sql, PEOPLE)
        await storm.rage(KILLS)
        expect(await story(database.sql, wave)).toEqual(wanted)
        await expectWhole(wave)
      }
      report(storm, waves)
      expect(storm.hits).toBeGreaterThan(KILLS / 2)
      expect(Object.keys(storm.errors).filter((code) => !lostDatabase.test(code))).toEqual([])
      expectAcceptedOnce(storm)
    } finally {
      await storm.stop()
      await mail.stop()
    }
  },
  60_000 + KILLS * 1000,
)

test('X3: a worker that freezes over its mail until its lease is over comes back too late to change anything', async () => {
  const { sql } = database
  const undisturbed = await aWave(sql, 6)
  const places = { program, databaseUrl: database.url, smtpUrl: (name: string) => mail.url(name) }
  const taken: Accepted[] = []
  let isThawed = false
  let isFrozen: () => void = () => undefined
  const freezing = new Promise<void>((resolve) => {
    isFrozen = resolve
  })
  const mail = await badMailServer({
    mood: () => 'well',
    onAccepted: (one) => {
      taken.push(one)
      if (one.worker !== 'slow' || isThawed) return
      slow.freeze()
      isFrozen()
    },
  })
  const quick = new Worker('quick', places)
  const slow = new Worker('slow', places)
  try {
    await Promise.all([quick.ready(), slow.ready()])
    await quick.until(entered, horizon)
    const wave = await aWave(sql, 6)
    const late = slow.until(entered, horizon)
    await freezing
    await sql`update public.deliveries set leased_until = now() - interval '1 second' where leased_until is not null`
    await quick.until(entered, horizon)
    isThawed = true
    slow.thaw()
    await late
    expect(slow.failures).toEqual([])

    expect(await story(sql, wave)).toEqual(await story(sql, undisturbed))
    await expectWhole(wave)
    const times = taken.filter(
      ({ messageId }) => messageId === taken.find(({ worker }) => worker === 'slow')?.messageId,
    )
    expect(times.map(({ worker }) => worker)).toEqual(['slow', 'quick'])
  } finally {
    await Promise.all([quick.kill(), slow.kill()])
    await mail.stop()
  }
}, 60_000)

/** Nothing is left lying, nothing is there twice, and the counts are those of the log. */
async function expectWhole(wave: Wave) {
  const left = await leftOver(database.sql, wave, horizon)
  expect(left).toEqual(Object.fromEntries(Object.keys(left).map((name) => [name, 0])))
  for (const journey of Object.values(wave.journeys)) {
    const numbers = await database.sql`select *, value::float as value
      from public.journey_numbers(${wave.workspace}, ${journey}) order by 1, 2, 3, 4, 5`
    expect([...numbers]).toEqual(await recount(wave.workspace, journey, database.sql))
  }
}

/**
 * A message was taken again only where the first time was never written down: its worker died or lost its database in that
 * turn, or was not told. Each time it had the same Message-ID, which no other message has.
 */
function expectAcceptedOnce({ taken }: Storm) {
  const messages = new Set(taken.map(({ messageId }) => messageId))
  for (const messageId of messages) {
    const times = taken.filter((mail) => mail.messageId === messageId)
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@/)
    expect(new Set(times.map(({ delivery, to }) => `${delivery} ${to}`)).size).toBe(1)
    for (const { isTold, by, turn } of times.slice(0, -1)) expect(!isTold || by?.didLose(turn)).toBe(true)
  }
  expect(new Set(taken.map(({ delivery }) => delivery)).size).toBe(messages.size)
}

/** The figures of the run, and the seed to repeat it with. */
function report(storm: Storm, waves: number) {
  const messages = new Set(storm.taken.map(({ messageId }) => messageId)).size
  const again = storm.taken.length - messages
  const figures = { seed: SEED, kills: storm.kills, waves, messages, again, ...storm.tally, errors: storm.errors }
  process.stderr.write(`${JSON.stringify(figures)}\n`)
}
