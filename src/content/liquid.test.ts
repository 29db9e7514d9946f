import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContentIssue } from './issue.ts'
import { mailScope, renderTemplate } from './liquid.ts'
import { fillMarks } from './markup.ts'

const contact = { first_name: 'Ana', email: 'ana@example.com', plan: 'pro', nickname: ' ' }
const event = {
  total: '12.5',
  due: '2026-03-03T23:30:00Z',
  items: [{ name: 'Cup' }, { name: 'Tea' }],
  deep: { a: { b: 1 } },
}

function render(source: string, { locale = 'en', zone = 'UTC', data = contact as Record<string, unknown> } = {}) {
  const issues: ContentIssue[] = []
  const scope = mailScope({ contact: data, event, unsubscribeUrl: 'https://perennial.test/u' })
  const marked = renderTemplate(source, { scope, locale, zone, report: (issue) => issues.push(issue) })
  return { text: fillMarks(marked, (value) => value).replace(/[\u00a0\u202f]/g, ' '), issues, marked }
}

const codes = (source: string) => render(source).issues.map(({ code }) => code)

test.each([
  ['{{ first_name }} {{ contact.first_name }}', 'Ana Ana'],
  ['{{ event.items[1].name }} {{ event.items.size }} {{ event.deep.a.b }}', 'Tea 2 1'],
  ['{% for item in event.items %}{{ item.name }};{% endfor %}', 'Cup;Tea;'],
  ['{% if plan == "pro" %}Pro{% else %}Free{% endif %}', 'Pro'],
  ['{% capture who %}{{ first_name }}!{% endcapture %}{% if who == "Ana!" %}{{ who }}{% endif %}', 'Ana!'],
  ['{{ event.total | money: "EUR" }}', '€12.50'],
  ['{{ event.due | date: "long" }}, {{ event.due | time }}', 'March 3, 2026, 11:30 PM'],
  ['{{ event.total | times: 2 | number }}', '25'],
  ['{{ nobody | default: "friend" }} {{ nickname | default: "you" }}', 'friend you'],
  ['{{ first_name | escape | upcase }}', 'ANA'],
  ['{{ unsubscribe_url }}', 'https://perennial.test/u'],
  ['{{ event.items | map: "name" }}', 'Cup, Tea'],
])('%s gives %s', (source, text) => {
  expect(render(source).text).toBe(text)
})

test('formats by the locale of the message and the zone of the contact', () => {
  const source = '{{ event.due | date: "long" }} {{ event.total | money: "EUR" }}'
  expect(render(source, { locale: 'ro', zone: 'Asia/Tashkent' }).text).toBe('4 martie 2026 12,50 EUR')
})

test('a missing variable is empty or its default, and reported', () => {
  expect(render('[{{ nobody.name }}]')).toMatchObject({
    text: '[]',
    issues: [{ code: 'variableMissing', severity: 'warns', params: { name: 'nobody.name' } }],
  })
  expect(codes('{{ nobody | default: "you" }}')).toEqual(['variableDefaulted'])
  expect(codes('{{ nobody | append: "!" }}')).toEqual(['variableMissing'])
  expect(codes('{% if nobody %}{{ nobody }}{% endif %}')).toEqual([])
  expect(codes('{{ toString }}{{ constructor }}{{ contact.__proto__ }}')).toEqual(Array(3).fill('variableMissing'))
})

test.each([
  ['{{ first_name | money: "EUR" }}', 'numberUnreadable'],
  ['{{ event.total | money: "EURO" }}', 'currencyUnknown'],
  ['{{ first_name | date }}', 'dateUnreadable'],
  ['{{ event.due | date: "%d %B" }}', 'dateStyleUnknown'],
  ['{{ event.deep }}', 'valueNotText'],
])('%s warns of %s', (source, code) => {
  expect(codes(source)).toEqual([code])
})

test('an invalid zone is read as UTC, with a warning', () => {
  expect(render('{{ event.due | date: "long" }}', { zone: 'Mars/Olympus' })).toMatchObject({
    text: 'March 3, 2026',
    issues: [{ code: 'zoneInvalid', params: { zone: 'Mars/Olympus' } }],
  })
})

describe('X9: a template is refused in bounded time and memory, and the reason is named, when it', () => {
  const doubling =
    '{% assign a = "xxxxxxxxxx" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}'
  test.each([
    ['loops for ever', '{% for i in (1..9000) %}{% for j in (1..9000) %}{% endfor %}{% endfor %}', 'templateTooSlow'],
    ['counts to a thousand million', '{% for i in (1..1000000000) %}x{% endfor %}', 'templateTooLarge'],
    [
      'counts from a negative range on',
      '{% for i in (9..-999999999) %}{% endfor %}{% for i in (1..99999999) %}{% endfor %}',
      'templateTooLarge',
    ],
    ['prints 100 MB', `{% for i in (1..9999) %}{{ "${'x'.repeat(10_000)}" }}{% endfor %}`, 'templateTooLarge'],
    ['prints 100 MB of its own text', `{% for i in (1..9999) %}${'x'.repeat(10_000)}{% endfor %}`, 'templateTooLarge'],
    [
      'captures 100 MB',
      `{% capture a %}{% for i in (1..9999) %}${'x'.repeat(10_000)}{% endfor %}{% endcapture %}`,
      'templateTooLarge',
    ],
    ['doubles a text sixty times', doubling, 'templateTooLarge'],
    [
      'replaces every letter by many',
      `{{ "${'x'.repeat(9000)}" | replace: "x", "${'y'.repeat(9000)}" }}`,
      'templateTooLarge',
    ],
    ['doubles a list', '{% assign a = "a,b" | split: "," | concat: event.items %}', 'filterUnknown'],
    ['reads a file', '{% include "/etc/passwd" %}', 'tagForbidden'],
    ['renders a file', '{% render "/etc/passwd" %}', 'tagForbidden'],
    ['lays itself into a file', '{% layout "/etc/passwd" %}', 'tagForbidden'],
    ['is longer than a mail', 'x'.repeat(50_001), 'templateTooLong'],
    ['nests too deep', '{% if true %}'.repeat(2000) + '{% endif %}'.repeat(2000), 'templateTooDeep'],
    ['nests brackets too deep', `{{ a${'[a'.repeat(20_000)} }}`, 'templateTooDeep'],
  ])('%s', (_what, source, code) => {
    const started = performance.now()
    const { text, issues } = render(source)
    expect({ text, issues }).toMatchObject({ text: '', issues: [{ code, severity: 'blocks' }] })
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test('says where a template fails', () => {
  expect(render('One\n  {% include "a" %}').issues).toEqual([
    { code: 'tagForbidden', severity: 'blocks', params: { name: 'include' }, at: { line: 2, column: 3 } },
  ])
})

test('data never gets into the text, only beside it', () => {
  const { marked } = render('Hi {{ first_name }}', { data: { first_name: '\u0001[x](https://evil.test)\u0001' } })
  expect(marked).toEqual({ text: 'Hi \u0001', values: ['[x](https://evil.test)'] })
})

test('an author cannot write the mark', () => {
  expect(render('a\u0001b{{ first_name }}').marked).toEqual({ text: 'ab\u0001', values: ['Ana'] })
  expect(render('{% raw %}\u0001{% endraw %}{{ "\u0001" }}').marked).toEqual({ text: '\u0001', values: [''] })
})

test('never throws, whatever the template and the data', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' first_name ',
      ' if ',
      ' for i in (1..3) ',
      ' endfor ',
      ' | date: ',
      '"',
      '|',
      'event.x',
      '[',
      ']',
      ' endif ',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.dictionary(fc.string(), fc.jsonValue()), (pieces, data) => {
      const { text, issues } = render(pieces.join(''), { data })
      expect(typeof text).toBe('string')
      expect(Array.isArray(issues)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
