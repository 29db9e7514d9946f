import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isReachable, type SystemUser } from './reachable.ts'
import { sharedFolder } from './sharedFolder.ts'
import { StartError } from './startError.ts'

/**
 * Where the database files of a data folder live: inside it, or, when the database user could not walk there, in a
 * shared folder named after the data folder's path, with a link inside.
 */
export function clusterFolder(dataDir: string, user: SystemUser | undefined): string {
  mkdirSync(dataDir, { recursive: true })
  const inside = join(realpathSync(dataDir), 'postgres')
  const folder = user ? folderFor(inside, user) : inside
  mkdirSync(folder, { recursive: true })
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  return folder
}

function folderFor(inside: string, user: SystemUser) {
  const hash = createHash('sha256').update(inside).digest('hex').slice(0, 12)
  const linked = linkAt(inside)
  if (!linked && isReachable(dirname(inside), user)) return inside
  const outside = join(sharedFolder(user), `data-${hash}`)
  if (linked === outside) return outside
  // A copied checkout brings a link to the other checkout's database along: it gets one of its own.
  if (linked) rmSync(inside)
  else if (isFilled(inside))
    throw new StartError(`The database user can no longer reach ${inside}: make the folders above it enterable.`)
  else rmSync(inside, { recursive: true, force: true })
  symlinkSync(outside, inside)
  return outside
}

const isFilled = (folder: string) =>
  lstatSync(folder, { throwIfNoEntry: false }) !== undefined && readdirSync(folder).length > 0

export function linkAt(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : undefined
}
