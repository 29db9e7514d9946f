import { existsSync, readFileSync } from 'node:fs'

/**
 * How long the processes of a database have had the processor, in microseconds, so that what else a machine does counts as
 * little as can be. Linux only; elsewhere undefined.
 */
export function databaseTime(postmaster: number): number | undefined {
  const children = `/proc/${postmaster}/task/${postmaster}/children`
  if (!existsSync(children)) return undefined
  return readFileSync(children, 'utf8')
    .split(' ')
    .filter((pid) => pid !== '')
    .reduce((sum, pid) => sum + runningTime(pid), 0)
}

/** The first number of `schedstat` is nanoseconds; a process may have ended meanwhile. */
function runningTime(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1000
  } catch {
    return 0
  }
}
