import { beforeAll, expect, test } from 'vitest'
import { aJourney } from '../../../src/testing/aJourney.ts'
import { aLiveJourney } from '../_testing/aLiveJourney.ts'
import { aPerson } from '../_testing/aPerson.ts'
import { aWorkspace } from '../_testing/aWorkspace.ts'
import { send } from '../_testing/events.ts'
import { call, secret, sql } from '../_testing/stack.ts'

const ask = (headers: Record<string, string>) => call('/functions/v1/metrics', { method: 'GET', headers })
const sampleLine = /^perennial_[a-z_]+\{[a-z]+="[^"\\]*"\} -?\d+(\.\d+)?(e[+-]?\d+)?$/

let journey: Awaited<ReturnType<typeof aLiveJourney>>
beforeAll(async () => {
  journey = await aLiveJourney(await aWorkspace(), aJourney().trigger('Opened').email('Hello').exit())
  const traits = { email: 'secret.name@people.example' }
  await send(journey.workspace, [{ type: 'identify', userId: 'secret-id', traits }])
  await send(journey.workspace, [{ type: 'track', userId: 'secret-id', event: 'Opened' }])
})

/** The value of one sample. */
function sampled(text: string, sample: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`perennial_${sample} `))
  return Number(line?.split(' ')[1])
}

test('answers in the text format of Prometheus, with a name for every number', async () => {
  const { status, text, headers } = await ask(secret())
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const lines = text.trimEnd().split('\n')
  for (const line of lines.filter((each) => !each.startsWith('#'))) expect(line).toMatch(sampleLine)
  const named = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2])
  expect(new Set(named).size).toBe(named.length)
  for (const kind of ['enrollments', 'deliveries', 'signals', 'checks'])
    expect(sampled(text, `lag_seconds{kind="${kind}"}`)).toBeGreaterThanOrEqual(0)
})

test('says what was given up', async () => {
  const before = sampled((await ask(secret())).text, 'given_up{kind="enrollments"}')
  await sql`update public.enrollments set wake_at = null, attempts = 5, last_error = 'secret error'
    where workspace_id = ${journey.workspace.id}`
  const { text } = await ask(secret())
  expect(sampled(text, 'given_up{kind="enrollments"}')).toBe(before + 1)
})

test('names nobody: no address, no contact, no workspace, no journey, no error', async () => {
  const { text } = await ask(secret())
  expect(text).not.toMatch(/secret|@|[0-9a-f]{8}-[0-9a-f]{4}/)
})

test('answers nobody without the secret key', async () => {
  const person = await aPerson()
  const callers: Record<string, string>[] = [
    {},
    { apikey: 'sb_publishable_local' },
    { authorization: `Bearer ${person.token}` },
  ]
  for (const headers of callers) expect((await ask(headers)).status).toBe(401)
})
