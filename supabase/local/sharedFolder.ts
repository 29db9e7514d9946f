import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isReachable, type SystemUser } from './reachable.ts'
import { StartError } from './startError.ts'

/**
 * A lasting folder of ours that another user can enter, for what must not stay in a checkout only root can enter.
 * Somebody else's folder of that name is refused, because programs are run from it.
 */
export function sharedFolder(user: SystemUser | undefined, parents = ['/var/lib', '/var/tmp', tmpdir()]): string {
  for (const parent of parents) {
    const folder = join(parent, `perennial-${process.getuid?.() ?? 'user'}`)
    if (isOurs(folder) && (!user || isReachable(folder, user))) return folder
  }
  throw new StartError(`None of ${parents.join(', ')} can hold the database: set DATABASE_URL to use one of your own.`)
}

function isOurs(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
    const stat = lstatSync(folder)
    if (!stat.isDirectory() || stat.uid !== process.getuid?.()) return false
    chmodSync(folder, 0o755)
    return true
  } catch {
    return false
  }
}
