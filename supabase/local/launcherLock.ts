import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { birthOf, isAlive } from './processInfo.ts'
import { StartError } from './startError.ts'

const holder = z.object({ pid: z.number(), birth: z.string() })

/** One launcher per data folder; a lock whose owner is gone, even by SIGKILL, counts for nothing. */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const running = launcherOf(dataDir)
  if (running) throw new StartError(`Perennial already runs on this data folder (process ${running}); stop it first.`)
  const file = lockFile(dataDir)
  writeFileSync(file, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }))
  return () => rmSync(file, { force: true })
}

export function launcherOf(dataDir: string): number | undefined {
  try {
    const { pid, birth } = holder.parse(JSON.parse(readFileSync(lockFile(dataDir), 'utf8')))
    return isAlive(pid) && birthOf(pid) === birth ? pid : undefined
  } catch {
    return undefined
  }
}

const lockFile = (dataDir: string) => join(dataDir, 'launcher.json')
