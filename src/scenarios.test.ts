import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const page = readFileSync(new URL('docs/scenarios.md', root), 'utf8')
const rows = [...page.matchAll(/^\| ([A-Z]\d+) \| (.+) \| (.+) \|$/gm)].map(([, id = '', , carried = '']) => ({
  id,
  files: [...carried.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  reason: carried,
}))

/** Every case there is. One that is left out of the page is a case nobody has thought about. */
const cases =
  'D1 D4 D5 D6 V1 V3 L2 S1 M2 M3 M5 M6 M7 P1 D12 D14 D15 D20 V4 V5 M10 M11 M12 P10 V7 V8 L14 P13 M23 S6 D25 V11 V12 L19 P26 ' +
  'P29 P20 P22 P25 P31 P32 P33 P34 M36 M28 M29 M30 M32 T4 T7 D30 D32 D34 D37 D38 D41 D44 X1 X2 X3 X4 X5 X6 X7 X8 X9 X10 X11 X12'

test('every case is on the page, once', () => {
  expect(rows.map(({ id }) => id).sort()).toEqual(cases.split(' ').sort())
})

test('a case is carried by a test, or the page says why it is not', () => {
  expect(rows.filter(({ files, reason }) => files.length === 0 && !reason.startsWith('not yet'))).toEqual([])
})

const carried = rows.flatMap(({ id, files }) => files.map((file): [string, string] => [id, file]))

test.each(carried)('%s is in the name of a test in %s', (id, file) => {
  const names = readFileSync(new URL(file, root), 'utf8').match(/(['"`])(?:(?!\1)[^\n])+\1/g) ?? []
  expect(names.filter((name) => new RegExp(`\\b${id}\\b`).test(name))).not.toEqual([])
})
