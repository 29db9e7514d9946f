import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { errorResponse } from './errorResponse.ts'
import { HttpError } from './httpError.ts'
import { parseInput } from './parseInput.ts'

const request = new Request('http://functions.example/ingest/v1/track?email=ann@perennial.example', { method: 'POST' })
const log = vi.spyOn(console, 'error')

beforeEach(() => {
  log.mockReset().mockReturnValue()
})

async function answerTo(error: unknown) {
  const response = errorResponse(error, request)
  return { status: response.status, ...(await response.json()) }
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('gives a refusal as it was meant', async () => {
  expect(await answerTo(new HttpError(409, 'stale', 'Somebody else saved first.', { revision: 3 }))).toEqual({
    status: 409,
    error: { code: 'stale', message: 'Somebody else saved first.', details: { revision: 3 } },
  })
})

test('names what is wrong with the input', async () => {
  const refused = () => parseInput(z.object({ name: z.string() }), {})
  expect(await answerTo(thrownBy(refused))).toMatchObject({
    status: 400,
    error: { code: 'invalid_input', details: [{ path: ['name'] }] },
  })
})

test('does not blame the caller for stored data that does not fit, so that a sender tries again', async () => {
  const { error } = z.object({ name: z.string() }).safeParse({})
  expect(await answerTo(error)).toMatchObject({ status: 500, error: { code: 'internal' } })
})

test('gives a refusal raised in SQL the status it names', async () => {
  const raised = Object.assign(new Error('Only owners may do that.'), { code: 'PT403' })
  expect(await answerTo(raised)).toEqual({
    status: 403,
    error: { code: 'refused', message: 'Only owners may do that.' },
  })
  expect(log).not.toHaveBeenCalled()
})

test('hides anything unexpected behind an id, and logs it in one line without personal data', async () => {
  const error = Object.assign(new Error('bad value "Ann" of ann@perennial.example'), { code: '22P02' })
  const answer = await answerTo(error)
  expect(answer).toMatchObject({ status: 500, error: { code: 'internal' } })

  expect(log).toHaveBeenCalledTimes(1)
  const line = String(log.mock.calls[0]?.[0])
  const logged = JSON.parse(line)
  expect(answer.error.message).toContain(logged.id)
  expect(logged).toMatchObject({ path: '/ingest/v1/track', code: '22P02', message: 'bad value "…" of …@…' })
  expect(line).not.toMatch(/Ann|ann@/)
})
