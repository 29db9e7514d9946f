import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { watchFunctions } from './watchFunctions.ts'

test('notices changed code once, however many files, and not changed tests', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watch-'))
  mkdirSync(join(folder, 'tick'))
  const changed = vi.fn()
  const stop = watchFunctions(changed, [folder, join(folder, 'missing')])
  writeFileSync(join(folder, 'tick/tick.test.ts'), '')
  writeFileSync(join(folder, 'tick/tick.ts'), '')
  writeFileSync(join(folder, 'tick/index.ts'), '')
  await vi.waitFor(() => expect(changed).toHaveBeenCalled())
  expect(changed).toHaveBeenCalledTimes(1)
  stop()
  rmSync(folder, { recursive: true })
})
