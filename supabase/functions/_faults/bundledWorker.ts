import { join } from 'node:path'
import { build } from 'vite'
import { projectDir } from '../../local/folders.ts'

/** The program of a worker in one file, which starts several times as fast as its sources would. */
export async function bundledWorker(outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: projectDir,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'es2023',
      minify: false,
      emptyOutDir: false,
      outDir,
      rolldownOptions: {
        input: join(import.meta.dirname, 'workerProgram.ts'),
        output: { entryFileNames: 'worker.mjs', codeSplitting: false },
      },
    },
  })
  return join(outDir, 'worker.mjs')
}
