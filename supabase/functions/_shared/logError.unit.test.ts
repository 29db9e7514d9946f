import { beforeEach, expect, test, vi } from 'vitest'
import { logError } from './logError.ts'

const log = vi.spyOn(console, 'error')
beforeEach(() => {
  log.mockReset().mockReturnValue()
})

const about = { workspace: 'w-1', journey: 'j-1', enrollment: 7, node: 'n_1' }
const logged = (error: unknown) => {
  logError(error, about)
  return String(log.mock.calls.at(-1)?.[0])
}

test('one line of JSON says where it happened: workspace, journey, enrollment, step', () => {
  const line = logged(new Error('Broken'))
  expect(line).not.toContain('\n')
  expect(JSON.parse(line)).toMatchObject({ level: 'error', ...about, name: 'Error', message: 'Broken' })
})

test.each([
  ['an address', new Error('550 no such user ann@people.example, sorry')],
  ['text that is not JSON', new SyntaxError(`Unexpected token 'A', "Ann Smith" is not valid JSON`)],
  [
    'what Postgres could not read',
    Object.assign(new Error('invalid input syntax for type bigint: "Ann"'), { code: '22P02' }),
  ],
  ['what is thrown without being an error', 'refused by "Ann"'],
  [
    'where a stack repeats the message',
    Object.assign(new Error('x'), { stack: 'Error: Ann\n    at run (file.ts:1:1)' }),
  ],
])('%s is left out', (_what, error) => {
  expect(logged(error)).not.toMatch(/ann/i)
})
