import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTemplate } from './checkTemplate.ts'

const known = ['contact.first_name', 'contact.address.city', 'event.total', 'event.items']

test.each([
  ['{{ first_name }} {{ contact.first_name }} {{ unsubscribe_url }}'],
  ['{{ contact.address.city }} {{ address.city }} {{ event.total | money: "EUR" }}'],
  ['{% for item in event.items %}{{ item.name }}{{ forloop.index }}{% endfor %}{{ event.items[0].name }}'],
  ['{% assign x = event.total %}{{ x }}{% capture y %}{{ first_name }}{% endcapture %}{{ y }}'],
  ['{{ event.total | money: event.total }}{{ event.total | date: "long", "short" }}'],
  ['No template at all'],
  [''],
])('%s has nothing wrong', (source) => {
  expect(checkTemplate(source, known)).toEqual([])
})

test.each([
  ['Hi\n {{ frist_name }}', 'variableUnknown', { name: 'frist_name', suggestion: 'first_name' }, 2, 5],
  [
    '{{ contact.frist_name }}',
    'variableUnknown',
    { name: 'contact.frist_name', suggestion: 'contact.first_name' },
    1,
    4,
  ],
  ['{{ event.totl }}', 'variableUnknown', { name: 'event.totl', suggestion: 'event.total' }, 1, 4],
  ['{{ weather }}', 'variableUnknown', { name: 'weather' }, 1, 4],
  ['{% if weather %}{% endif %}', 'variableUnknown', { name: 'weather' }, 1, 7],
  ['{{ first_name | upcas }}', 'filterUnknown', { name: 'upcas', suggestion: 'upcase' }, 1, 15],
  ['a\n{% if true %}\n{{ first_name | raw }}{% endif %}', 'filterUnknown', { name: 'raw' }, 3, 15],
  ['{% assign x = first_name | monay %}', 'filterUnknown', { name: 'monay', suggestion: 'money' }, 1, 26],
  ['{{ event.total | money: "EURO" }}', 'currencyUnknown', { name: 'EURO' }, 1, 16],
  ['{{ event.total | money }}', 'currencyUnknown', { name: '' }, 1, 16],
  ['{{ event.total | date: "lnog" }}', 'dateStyleUnknown', { name: 'lnog', suggestion: 'long' }, 1, 16],
  ['{{ event.total | date: "%d %B %Y" }}', 'dateStyleUnknown', { name: '%d %B %Y', suggestion: 'long' }, 1, 16],
  ['{% fro i in event.items %}{% endfor %}', 'tagUnknown', { name: 'fro', suggestion: 'for' }, 1, 1],
  ['{% include "x" %}', 'tagForbidden', { name: 'include' }, 1, 1],
  ['One\n\n{{ first_name', 'liquidSyntax', { near: '{{ first_name' }, 3, 1],
  ['{% if first_name %}', 'liquidSyntax', { near: '{% if first_name %}' }, 1, 1],
])('%s: %s', (source, code, params, line, column) => {
  const [issue, ...others] = checkTemplate(source, known)
  expect(issue).toMatchObject({ code, params, at: { line, column } })
  expect(others).toEqual([])
})

test('reports everything wrong at once, in the order of the text', () => {
  const codes = checkTemplate('{{ x }} {{ first_name | y }} {{ z }}', known).map(({ code }) => code)
  expect(codes).toEqual(['variableUnknown', 'filterUnknown', 'variableUnknown'])
})

test('event.* allows whatever an event carries, null allows every variable', () => {
  expect(checkTemplate('{{ event.whatever.else }}', ['event.*'])).toEqual([])
  expect(checkTemplate('{{ whatever }}', null)).toEqual([])
  expect(checkTemplate('{{ whatever }}', ['event.*'])).toHaveLength(1)
})

test('never throws', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('{{ ', ' }}', '{% ', ' %}', 'if a', 'for a in b', 'endif', '| date: "', '"'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      expect(Array.isArray(checkTemplate(pieces.join(''), known))).toBe(true)
    }),
    { numRuns: 500 },
  )
})
