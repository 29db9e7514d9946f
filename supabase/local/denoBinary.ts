import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from './startError.ts'

/** The program itself rather than npm's wrapper around it, which would be one process more to signal. */
export function denoBinary(): string {
  const require = createRequire(import.meta.url)
  const system = process.platform === 'linux' ? `linux-${process.arch}-glibc` : `${process.platform}-${process.arch}`
  const file = process.platform === 'win32' ? 'deno.exe' : 'deno'
  for (const name of ['deno', `@deno/${system}`]) {
    try {
      const program = join(dirname(require.resolve(`${name}/package.json`)), file)
      if (existsSync(program)) return program
    } catch {
      // The next candidate may be there.
    }
  }
  throw new StartError(`The program that runs the functions, @deno/${system}, is not installed: run npm ci again.`)
}
