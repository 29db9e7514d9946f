import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { functionNames } from './bundleFunctions.ts'
import { projectDir } from './folders.ts'

const read = (path: string) => readFileSync(join(projectDir, path), 'utf8')
const imports: Record<string, string> = JSON.parse(read('supabase/functions/deno.json')).imports
const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read('package.json'))

test('pins in deno.json what package.json pins', () => {
  for (const [name, target] of Object.entries(imports)) {
    const [, packageName = '', path = ''] = /^(@[^/]+\/[^/]+|[^/]+)(\/.*)?$/.exec(name) ?? []
    expect(target).toBe(`npm:${packageName}@${dependencies[packageName]}${path}`)
  }
})

test('maps every bare name that a function imports, directly or through the pure code it shares', () => {
  const entries = functionNames().map((name) => `supabase/functions/${name}/index.ts`)
  const missing = [...bareImports(entries)].filter((name) => !name.startsWith('node:') && !(name in imports))
  expect(missing).toEqual([])
})

function bareImports(entries: string[]) {
  const files = new Set(entries)
  const bare = new Set<string>()
  for (const file of files) {
    for (const [, name = ''] of read(file).matchAll(/^(?:import|export) (?!type )[^'"]*?from '([^']+)'/gm)) {
      if (name.startsWith('.')) files.add(join(file, '..', name))
      else bare.add(name)
    }
  }
  return bare
}

test('lets every function check its callers itself, with the shared names', () => {
  const config = read('supabase/config.toml')
  for (const name of functionNames()) {
    expect(config).toContain(`[functions.${name}]\nverify_jwt = false\nimport_map = "./functions/deno.json"\n`)
  }
})
