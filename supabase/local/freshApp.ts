import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { builtAppDir, projectDir } from './folders.ts'

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tailwind.config.ts', 'package-lock.json']

/** Builds the app where it was not built yet, or where a source is newer than the last build. */
export async function buildIfStale(): Promise<void> {
  const builtAt = statSync(join(builtAppDir, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const changedAt = Math.max(...sources.map((name) => newestIn(join(projectDir, name))))
  if (changedAt > builtAt) await build({ root: projectDir, logLevel: 'warn' })
}

function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
