import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'
import { z } from 'zod'

const packageDir = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))

/**
 * The Chromium that comes with npm, with the libraries a bare machine lacks, unpacked once per machine. Made beside its
 * place and moved there whole, so that two test runs at once do not meet a half-written browser.
 */
export async function bundledChromium(): Promise<{ executablePath: string; libraries: string; fonts: string }> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')))
  const folder = join(tmpdir(), `perennial-chromium-${version}`)
  if (!existsSync(folder)) await unpack(folder)
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023/lib'),
    fonts: join(folder, 'fonts'),
  }
}

async function unpack(folder: string) {
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const bin = join(packageDir, 'bin')
  await Promise.all(
    readdirSync(bin).map((name) => {
      const source = createReadStream(join(bin, name))
      const target = /^(.+)\.tar\.br$/.exec(name)?.[1]
      const sink = target
        ? extract(join(unfinished, target === 'swiftshader' ? '' : target))
        : createWriteStream(join(unfinished, name.replace(/\.br$/, '')), { mode: 0o700 })
      return pipeline(source, createBrotliDecompress(), sink)
    }),
  )
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
}
