import { expect, test } from 'vitest'
import { isolate, isolateUrl, withBaseDirection } from './isolate.ts'

test('a value is isolated in a right-to-left message, or when it is right-to-left itself', () => {
  expect(isolate('Ana', 'rtl')).toBe('\u2068Ana\u2069')
  expect(isolate('محمد', 'ltr')).toBe('\u2068محمد\u2069')
  expect(isolate('Ana', 'ltr')).toBe('Ana')
  expect(isolate('', 'rtl')).toBe('')
  expect(isolate('a\nb', 'rtl')).toBe('\u2068a\u2069\n\u2068b\u2069')
})

test('no directional mark becomes part of an address', () => {
  expect(isolateUrl('https://a.test/', 'ltr')).toBe('<https://a.test/>')
  expect(isolateUrl('https://a.test/', 'rtl')).toBe('\u2066<https://a.test/>\u2069')
})

test('a line gets a mark only where its direction would be guessed wrong', () => {
  expect(withBaseDirection('مرحبا Ana', 'rtl')).toBe('مرحبا Ana')
  expect(withBaseDirection('Perennial: مرحبا', 'rtl')).toBe('\u200fPerennial: مرحبا')
  expect(withBaseDirection('\u2068Ana\u2069، مرحبا', 'rtl')).toBe('\u2068Ana\u2069، مرحبا')
  expect(withBaseDirection('محمد wrote', 'ltr')).toBe('\u200eمحمد wrote')
  expect(withBaseDirection('\u2068محمد\u2069 wrote', 'ltr')).toBe('\u2068محمد\u2069 wrote')
  expect(withBaseDirection('Hello\n\n123', 'ltr')).toBe('Hello\n\n123')
})
