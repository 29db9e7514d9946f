import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkAt } from './clusterFolder.ts'

/** Removes a data folder with everything in it, also when its database lives elsewhere. */
export function removeDataFolder(dataDir: string) {
  const elsewhere = linkAt(join(dataDir, 'postgres'))
  if (elsewhere) rmSync(elsewhere, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}

/** For a test run; the database user must be able to enter it. */
export function makeTemporaryDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-test-'))
  chmodSync(folder, 0o755)
  return folder
}
