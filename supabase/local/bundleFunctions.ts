import { existsSync, readdirSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { projectDir } from './folders.ts'

const source = join(projectDir, 'supabase/functions')

export const functionNames = () => readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts')))

/** One folder per function with nothing needed outside it, for self-hosted Supabase, which mounts only supabase/functions. */
export async function bundleFunctions(names: string[], outDir: string) {
  rmSync(outDir, { recursive: true, force: true })
  for (const name of names) await bundle(name, join(outDir, name))
}

function bundle(name: string, outDir: string) {
  return build({
    configFile: false,
    root: projectDir,
    publicDir: false,
    logLevel: 'warn',
    plugins: [nodePrefix],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'es2023',
      minify: false,
      emptyOutDir: false,
      outDir,
      rolldownOptions: {
        input: join(source, name, 'index.ts'),
        output: { entryFileNames: 'index.ts', codeSplitting: false, banner: nodeGlobals },
      },
    },
  })
}

/** Deno knows Node's own modules by their full names only. */
const nodePrefix: Plugin = {
  name: 'node-prefix',
  enforce: 'pre',
  resolveId: (id) => (builtinModules.includes(id) ? { id: `node:${id}`, external: true } : undefined),
}

/** Packages may count on these, and Deno gives them only to code below node_modules. */
const nodeGlobals = `// @ts-nocheck
import { Buffer as NodeBuffer } from 'node:buffer'
import nodeProcess from 'node:process'
globalThis.Buffer ??= NodeBuffer
globalThis.process ??= nodeProcess`
