import { expect, test } from 'vitest'
import { closestName } from './closestName.ts'

const names = ['first_name', 'last_name', 'city', 'upcase', 'downcase']

test.each([
  ['frist_name', 'first_name'],
  ['firstname', 'first_name'],
  ['FIRST_NAME', 'first_name'],
  ['ctiy', 'city'],
  ['upcas', 'upcase'],
  ['weather', undefined],
  ['x', undefined],
  ['', undefined],
])('%s is probably %s', (written, name) => {
  expect(closestName(written, names)).toBe(name)
})
