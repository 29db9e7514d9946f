import { expect, test, vi } from 'vitest'

vi.mock('../_shared/database.ts', () => ({ sql: undefined }))
const { monthsFrom } = await import('./keepLogs.ts')

test.each([
  [undefined, 24],
  ['36', 36],
  ['0', 0],
  ['', 0],
  ['-1', 0],
  ['two years', 0],
])('logs are kept for as many months as the setting says: %j is %i', (setting, kept) => {
  expect(monthsFrom(setting)).toBe(kept)
})
