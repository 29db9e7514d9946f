import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export type SystemUser = { uid: number; gid: number }

/** Whether that user may walk down to the folder: every folder on the way needs its execute bit for them. */
export function isReachable(folder: string, user: SystemUser): boolean {
  const here = resolve(folder)
  const parent = dirname(here)
  return mayEnter(here, user) && (parent === here || isReachable(parent, user))
}

function mayEnter(folder: string, user: SystemUser) {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (!stat) return true
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}
