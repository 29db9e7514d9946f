import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { bundleFunctions } from './bundleFunctions.ts'
import { startFunctions } from './denoProcess.ts'
import { freePorts } from './ports.ts'

test('bundles a function that runs outside the project, with nothing but itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  await bundleFunctions(['health'], folder)
  const code = readFileSync(join(folder, 'health/index.ts'), 'utf8')
  const foreign = [...code.matchAll(/^import .*?from ["']([^"']+)["']/gm)].map(([, name = '']) => name)
  expect(foreign.filter((name) => !name.startsWith('node:'))).toEqual([])

  const { functions: port } = await freePorts()
  const options = { port, url: inject('url'), databaseUrl: inject('databaseUrl'), smtpPort: 1, functionsDir: folder }
  const functions = await startFunctions({ ...options, report: () => undefined })
  const response = await fetch(`http://127.0.0.1:${port}/functions/v1/health`, {
    headers: { apikey: inject('secretKey') },
  })
  expect(await response.json()).toEqual({ ok: true, database: true })
  await functions.stop()
  rmSync(folder, { recursive: true })
})
