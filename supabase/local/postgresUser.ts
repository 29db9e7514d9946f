import { readFileSync } from 'node:fs'
import type { SystemUser } from './reachable.ts'
import { StartError } from './startError.ts'

/**
 * Postgres refuses to run as root, and initdb wants a user with a name. An existing one is borrowed, because adding a
 * user to somebody's machine is not ours to do. Nothing to borrow when we are not root.
 */
export function postgresUser(passwd = '/etc/passwd'): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync(passwd, 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StartError(
    'Postgres cannot run as root, and there is no user postgres or nobody to run it as: start Perennial as another user.',
  )
}
