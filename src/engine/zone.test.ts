import { expect, test } from 'vitest'
import { firstZone, isZone } from './zone.ts'

test('a zone is a name of the IANA database, not an offset and not rubbish', () => {
  expect(['Europe/Bucharest', 'Asia/Kathmandu', 'UTC'].map(isZone)).toEqual([true, true, true])
  expect(['+03:00', 'Mars/Olympus', '', ' '].map(isZone)).toEqual([false, false, false, false])
})

test('an invalid or missing zone falls through to the next, and to UTC at the end', () => {
  expect(firstZone(null, 'Mars/Olympus', 'Asia/Tokyo')).toBe('Asia/Tokyo')
  expect(firstZone(undefined, '')).toBe('UTC')
})
