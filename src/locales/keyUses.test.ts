import { expect, test } from 'vitest'
import { keyUses } from './keyUses'

const written = (source: string) => keyUses('x.tsx', source).map((use) => use.written)

test('reads keys in the namespace of the file, and others by their prefix', () => {
  const source = `const { t } = useTranslation('auth'); t('signIn.title'); t("ui:close"); <Trans i18nKey="line" />`
  expect(written(source)).toEqual(['auth:signIn.title', 'ui:close', 'auth:line'])
})

test('lets any text stand where a key has a hole', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
  const [use] = keyUses('x.ts', 'useTranslation("app"); t(`role.${role}`)')
  expect(use?.pattern.test('role.viewer')).toBe(true)
  expect(use?.pattern.test('role')).toBe(false)
})

test('does not take other calls for a translation', () => {
  expect(written(`useTranslation('auth'); at('x'); it('does')`)).toEqual([])
})

test('reads both ends of a choice', () => {
  expect(written(`useTranslation('auth'); t(kind === 'number' ? 'wrongNumber' : 'wrongText')`)).toEqual([
    'auth:wrongNumber',
    'auth:wrongText',
  ])
})

test('is not certain about text that only looks like a key', () => {
  expect(keyUses('x.tsx', "const style = 'hover:underline'").map((use) => use.isCertain)).toEqual([false])
})
