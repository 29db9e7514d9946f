import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, isAlive, untilGone } from './processInfo.ts'
import { StartError } from './startError.ts'

/** Stops a server that a launcher killed without warning left behind on this folder. */
export async function stopStalePostgres(folder: string) {
  const pidFile = join(folder, 'postmaster.pid')
  const pid = pidIn(pidFile)
  if (!pid) return
  if (!isAlive(pid) || !commandOf(pid).includes(folder)) {
    rmSync(pidFile, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  if (await untilGone(pid, 10_000)) return
  throw new StartError(`A database server left over from an earlier run (process ${pid}) does not stop: end it first.`)
}

function pidIn(file: string) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return undefined
  }
}
