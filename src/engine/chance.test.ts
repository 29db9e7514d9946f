import { expect, test } from 'vitest'
import { chance, murmur3 } from './chance.ts'

const IDS = 100_000
/** Chi-square that chance exceeds once in a thousand, for 99 degrees of freedom. */
const CRITICAL_99 = 148.23

test.each([
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['', 0xffffffff, 0x81f16f39],
  ['test', 0, 0xba6bd213],
  ['test', 0x9747b28c, 0x704b81dc],
  ['Hello, world!', 0x9747b28c, 0x24884cba],
  ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
])('hashes %j under %i as the reference does', (text, seed, hash) => {
  expect(murmur3(new TextEncoder().encode(text), seed)).toBe(hash)
})

test('is always the same for a text, and pinned, so that no release draws people again', () => {
  expect(chance('42:n_7')).toBe(chance('42:n_7'))
  expect([chance('42:n_7'), chance('ană:拆分')]).toMatchInlineSnapshot(`
    [
      0.4222298000802206,
      0.24169961122485473,
    ]
  `)
})

const numbered = (form: (id: number) => string) => Array.from({ length: IDS }, (_, id) => chance(form(id)))

test.each([
  ['enrollment ids in a row', (id: number) => `${id}:n_3`],
  ['long ids in a row', (id: number) => `${9_000_000_000 + id}:split`],
  ['contacts of one journey', (id: number) => `holdout:6e2f9a0c-3a1e-4f0f-9f0e-2f6f1f3b7c11:${id}`],
])('spreads evenly over [0, 1): %s', (_, form) => {
  const drawn = numbered(form)
  expect(drawn.filter((each) => each < 0 || each >= 1)).toEqual([])
  expect(
    chiSquare(
      drawn.map((each) => Math.floor(each * 100)),
      100,
    ),
  ).toBeLessThan(CRITICAL_99)
})

test.each([
  ['n_1', 'n_2'],
  ['n_1', 'n_11'],
  ['split', 'splat'],
])('what %s draws says nothing of what %s draws', (one, other) => {
  const [here, there] = [numbered((id) => `${id}:${one}`), numbered((id) => `${id}:${other}`)]
  const cells = here.map((each, id) => Math.floor(each * 10) * 10 + Math.floor((there[id] ?? 0) * 10))
  expect(chiSquare(cells, 100)).toBeLessThan(CRITICAL_99)
})

test('uses all its bits: no two of many ids meet, and the low ones are as even as the high ones', () => {
  const drawn = numbered((id) => `${id}:n_3`)
  expect(new Set(drawn).size).toBe(IDS)
  expect(
    chiSquare(
      drawn.map((each) => (each * 2 ** 53) % 64),
      64,
    ),
  ).toBeLessThan(CRITICAL_99)
})

function chiSquare(cells: readonly number[], size: number): number {
  const counts = new Array<number>(size).fill(0)
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1
  const expected = cells.length / size
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}
