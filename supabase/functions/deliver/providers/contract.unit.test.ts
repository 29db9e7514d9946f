// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formOf, providerKinds } from '../../../../src/data/providerFields.ts'
import { providers } from './registry.ts'

const folder = 'supabase/functions/deliver/providers'
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name)
const words = (language: string) => JSON.parse(readFileSync(`src/locales/${language}/providers.json`, 'utf8'))
const shapeOf = (schema: z.ZodObject) =>
  Object.keys(schema.shape).filter((name) => name !== 'from' && name !== 'perSecond')

test('every folder is a line of the registry, once', () => {
  expect(providers.map(({ kind }) => kind).sort()).toEqual(folders.sort())
})

describe.each(providers.map((each) => [each.kind, each] as const))('%s', (kind, provider) => {
  test('lies in its folder with its test', () => {
    for (const file of [`${kind}.ts`, `${kind}.unit.test.ts`])
      expect(existsSync(`${folder}/${kind}/${file}`), file).toBe(true)
  })

  test('says whom mail comes from, and refuses what it does not know', () => {
    expect(Object.keys(provider.settings.shape)).toEqual(expect.arrayContaining(['from', 'perSecond']))
    for (const schema of [provider.settings, provider.secret])
      expect(z.toJSONSchema(schema).additionalProperties).toBe(false)
  })

  test('keeps a pace', () => {
    expect(Math.min(provider.pace.atOnce, provider.pace.perSecond)).toBeGreaterThan(0)
  })

  test('opens nothing that does not fit', () => {
    expect(() => provider.open({ settings: { from: 'nobody' }, secret: {} })).toThrow()
  })

  test('has a field in the settings page for everything it needs, and no other', () => {
    const { settings, secret, hears } = formOf(providerKinds.find((each) => each === kind) ?? 'smtp')
    expect(providerKinds).toContain(kind)
    expect(settings.map(({ name }) => name).sort()).toEqual(shapeOf(provider.settings).sort())
    expect(secret.map(({ name }) => name).sort()).toEqual(shapeOf(provider.secret).sort())
    for (const [fields, schema] of [
      [settings, provider.settings],
      [secret, provider.secret],
    ] as const)
      for (const { name, optional = false } of fields)
        expect(schema.shape[name].safeParse(undefined).success, name).toBe(optional)
    expect(hears).toBe(provider.hear !== undefined)
  })

  test('has words in six languages, and a chapter in the docs', () => {
    for (const language of ['en', 'ro', 'nl', 'fi', 'uz', 'ar']) {
      const { kinds, fields } = words(language)
      expect(kinds[kind], language).toBeTruthy()
      for (const name of [...shapeOf(provider.settings), ...shapeOf(provider.secret)])
        expect(fields[name], `${language} ${name}`).toBeTruthy()
    }
    expect(readFileSync('docs/providers.md', 'utf8')).toMatch(new RegExp(`^## .*\`${kind}\``, 'm'))
  })
})
