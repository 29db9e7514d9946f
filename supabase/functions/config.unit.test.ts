// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const functions = readdirSync('supabase/functions').filter((name) => existsSync(`supabase/functions/${name}/index.ts`))

test('every function is deployed with the shared import map, and checks by itself who calls', () => {
  const config = readFileSync('supabase/config.toml', 'utf8')
  for (const name of functions)
    expect(config).toContain(`[functions.${name}]\nverify_jwt = false\nimport_map = "./functions/deno.json"\n`)
  expect(config.match(/^\[functions\./gm)).toHaveLength(functions.length)
})
