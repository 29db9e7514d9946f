import { expect, test } from 'vitest'
import { parseMarkup } from './markup.ts'

const parse = (text: string, values: string[] = []) => parseMarkup({ text, values })
const text = (text: string) => ({ kind: 'text', text })
const value = (text: string) => ({ kind: 'value', text })
const bare = (url: string) => ({ kind: 'link', url, label: [value(url)] })

test('paragraphs are parted by blank lines, single breaks stay', () => {
  expect(parse('One\ntwo\n\n \t\n\nthree\n')).toEqual([[text('One\ntwo')], [text('three')]])
  expect(parse('\n \n')).toEqual([])
})

test('labels and bare addresses are links', () => {
  expect(parse('See [the shop](https://a.test/x?y=1) now')).toEqual([
    [text('See '), { kind: 'link', url: 'https://a.test/x?y=1', label: [text('the shop')] }, text(' now')],
  ])
  expect(parse('(see https://a.test/x_(y), or http://b.test.)')).toEqual([
    [text('(see '), bare('https://a.test/x_(y)'), text(', or '), bare('http://b.test'), text('.)')],
  ])
  expect(parse('[x](https://a.test/y_(z))')).toEqual([
    [{ kind: 'link', url: 'https://a.test/y_(z)', label: [text('x')] }],
  ])
})

test('what only looks like a link is text', () => {
  expect(parse('[a] (b) [c](d e) [](https)')).toEqual([[text('[a] (b) [c](d e) [](https)')]])
})

test('values are values, in labels too', () => {
  expect(parse('\u0001 [to \u0001](https://a.test)', ['[x](https://evil.test)', 'B'])).toEqual([
    [
      value('[x](https://evil.test)'),
      text(' '),
      { kind: 'link', url: 'https://a.test', label: [text('to '), value('B')] },
    ],
  ])
})

test('a value within an address is encoded; one that begins it is the address', () => {
  expect(parse('[x](https://a.test/\u0001?q=\u0001)', ['a/b', 'c&d=e']).at(0)?.at(0)).toMatchObject({
    url: 'https://a.test/a%2Fb?q=c%26d%3De',
  })
  expect(parse('[x](https://shop.\u0001/y)', ['@evil.test']).at(0)?.at(0)).toMatchObject({
    url: 'https://shop.%40evil.test/y',
  })
  expect(parse('[x](\u0001)', [' https://a.test/b?c=d ']).at(0)?.at(0)).toMatchObject({ url: 'https://a.test/b?c=d' })
  expect(parse('[x](mailto:\u0001)', ['a@b.test']).at(0)?.at(0)).toMatchObject({ url: 'mailto:a@b.test' })
})

test('takes a moment, not minutes, for a text made to be slow', () => {
  const started = performance.now()
  for (const slow of ['[', '[a](', 'https://a.test/!!!!!!!!!!!!', '\n ', '[a](b(', '](']) {
    parse(slow.repeat(200_000 / slow.length))
  }
  expect(performance.now() - started).toBeLessThan(3000)
})
