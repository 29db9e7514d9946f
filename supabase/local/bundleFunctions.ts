import { existsSync, readdirSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { bundledFunctionsDir, projectDir } from './folders.ts'

/**
 * One folder per function with nothing outside it, for self-hosted Supabase, which mounts only supabase/functions.
 * FUNCTIONS_DIR=dist/functions makes the embedded stack and the tests run on it.
 */
const source = join(projectDir, 'supabase/functions')
const names = readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts')))

async function bundle(name: string) {
  await build({
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
      outDir: join(bundledFunctionsDir, name),
      rolldownOptions: {
        input: join(source, name, 'index.ts'),
        output: { entryFileNames: 'index.ts', codeSplitting: false, banner: nodeGlobals },
      },
    },
  })
}

/** Deno knows Node's own modules by their full names only. */
const nodePrefix: Rolldown.Plugin = {
  name: 'node-prefix',
  resolveId: (id) => (builtinModules.includes(id) ? { id: `node:${id}`, external: true } : undefined),
}

/** Packages may count on these, and Deno gives them only to code below node_modules. */
const nodeGlobals = `// @ts-nocheck
import { Buffer as NodeBuffer } from 'node:buffer'
import nodeProcess from 'node:process'
globalThis.Buffer ??= NodeBuffer
globalThis.process ??= nodeProcess`

rmSync(bundledFunctionsDir, { recursive: true, force: true })
for (const name of names) await bundle(name)
process.stdout.write(`Bundled ${names.length} functions into dist/functions: ${names.join(', ')}.\n`)
