import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBlocked } from './issue.ts'
import { type EmailToRender, renderEmail } from './renderEmail.ts'

const unsubscribe = 'https://perennial.test/u?token=1'
const english = {
  subject: 'Hi {{ first_name }}',
  preheader: 'For {{ plan }}',
  body: 'Hello {{ first_name }},\n\nlook at [your order](https://shop.test/{{ event.id }}?a=1&b=2).',
}

const render = (changes: Partial<EmailToRender> = {}, text: Partial<typeof english> = {}) =>
  renderEmail({
    content: { en: { ...english, ...text } },
    locale: 'en',
    contact: { first_name: 'Ana', plan: 'Pro' },
    event: { id: 'A1' },
    zone: 'UTC',
    links: { unsubscribe },
    footer: { workspaceName: 'Garden' },
    ...changes,
  })

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html')

test('gives subject, preheader, page and plain text', () => {
  const { subject, preheader, html, text, issues } = render()
  expect({ subject, preheader, issues }).toEqual({ subject: 'Hi Ana', preheader: 'For Pro', issues: [] })
  expect(text).toBe(
    'Hello Ana,\n\nlook at your order <https://shop.test/A1?a=1&b=2>.\n\n-- \nYou are receiving this email because you are a contact of Garden.\nUnsubscribe <https://perennial.test/u?token=1>\n',
  )
  const { documentElement, title } = page(html)
  expect([documentElement.lang, documentElement.dir, title]).toEqual(['en', 'ltr', 'Hi Ana'])
  expect([...page(html).querySelectorAll('p bdi')].map((bdi) => bdi.textContent)).toEqual(['Ana', 'Garden'])
})

test('the same input gives the same bytes', () => {
  expect(render()).toEqual(render())
})

test('X6: a Latin name within an Arabic message is isolated, in html and in plain text', () => {
  const ar = {
    subject: 'مرحبا {{ first_name }}!',
    preheader: '',
    body: 'مرحبا {{ first_name }}!\n\nPerennial ترحب بك.',
  }
  const { subject, html, text } = render({ content: { ar, en: english }, locale: 'ar' })

  expect(subject).toBe('مرحبا \u2068Ana\u2069!')
  expect(text).toContain('مرحبا \u2068Ana\u2069!\n\n\u200fPerennial ترحب بك.')
  expect(text).toContain(`إلغاء الاشتراك \u2066<${unsubscribe}>\u2069`)

  const document = page(html)
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
  expect(document.querySelector('p')?.innerHTML).toBe('مرحبا <bdi>Ana</bdi>!')
  for (const block of document.querySelectorAll('body, table, td, p')) expect(block.getAttribute('dir')).toBe('rtl')
  for (const paragraph of document.querySelectorAll('p'))
    expect(paragraph.getAttribute('style')).toContain('text-align:start')
})

test('an Arabic name within an English message is isolated too, a Latin one leaves no invisible characters', () => {
  expect(render({ contact: { first_name: 'محمد', plan: 'Pro' } }).subject).toBe('Hi \u2068محمد\u2069')
  expect(render().text).not.toMatch(/[\u2066-\u2069\u200e\u200f]/)
})

test('the footer keeps its own language and direction', () => {
  const { html } = render({ content: { he: english }, locale: 'he' })
  const footer = page(html).querySelector('td[lang]')
  expect([footer?.getAttribute('lang'), footer?.getAttribute('dir')]).toEqual(['en', 'ltr'])
})

describe('links', () => {
  const click = (url: string) => `https://perennial.test/c?to=${encodeURIComponent(url)}`
  const hrefs = (body: string, contact = {}) =>
    [
      ...page(
        render({ links: { unsubscribe, click }, contact: { first_name: 'Ana', plan: '', ...contact } }, { body }).html,
      ).querySelectorAll('p.text a'),
    ].map((a) => a.getAttribute('href'))

  test('are counted, except the mail address and the way out', () => {
    expect(
      hrefs('[a](https://a.test/?x=1&y=2) [m](mailto:a@b.test) [u]({{ unsubscribe_url }}) {{ unsubscribe_url }}'),
    ).toEqual([
      'https://perennial.test/c?to=https%3A%2F%2Fa.test%2F%3Fx%3D1%26y%3D2',
      'mailto:a@b.test',
      unsubscribe,
      unsubscribe,
    ])
  })

  test.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['data:text/html,<script>'],
    ['//evil.test'],
    ['file:///etc/passwd'],
    ['x'],
    [''],
  ])('to %j lose the link and keep the words', (link) => {
    const { html, issues } = render(
      { contact: { first_name: 'Ana', plan: 'Pro', link } },
      { body: 'See [this]({{ link }})' },
    )
    expect(page(html).querySelectorAll('p.text a')).toHaveLength(0)
    expect(page(html).querySelector('p.text')?.textContent).toBe('See this')
    expect(issues.map(({ code }) => code)).toContain('linkRefused')
  })

  test('cannot be led to another host by data', () => {
    const [href = ''] = hrefs('[x](https://shop.{{ first_name }}/)', { first_name: 'a.test@evil.test' })
    expect(href).toBe('')
  })

  test('data never makes one', () => {
    expect(hrefs('Hi {{ first_name }}', { first_name: '[x](https://evil.test)' })).toEqual([])
  })
})

test('the open pixel is there when asked for', () => {
  expect(
    page(render({ links: { unsubscribe, open: 'https://perennial.test/o?t=1&x=2' } }).html).querySelector('img')?.src,
  ).toBe('https://perennial.test/o?t=1&x=2')
  expect(page(render().html).querySelector('img')).toBeNull()
})

test('no header can be injected through data or text', () => {
  const { subject, preheader } = render(
    { contact: { first_name: 'A\r\nBcc: all@x.test', plan: 'B\u2028C\u0000' } },
    { subject: 'Hi\r\n{{ first_name }}' },
  )
  expect({ subject, preheader }).toEqual({ subject: 'Hi A Bcc: all@x.test', preheader: 'For B C' })
})

describe('a mail is held back', () => {
  const heldBack = (changes: Partial<EmailToRender>, text = {}) => {
    const { issues } = render(changes, text)
    return isBlocked(issues) ? issues.filter(({ severity }) => severity === 'blocks').map(({ code }) => code) : []
  }
  test('when its template fails, named with place', () => {
    expect(render({}, { body: 'x\n{% include "y" %}' }).issues).toEqual([
      {
        code: 'tagForbidden',
        severity: 'blocks',
        params: { name: 'include' },
        at: { locale: 'en', unit: 'body', line: 2, column: 1 },
      },
    ])
  })
  test('when the locale is not written', () => expect(heldBack({ locale: 'ro' })).toEqual(['messageEmpty']))
  test('when the subject comes out empty', () =>
    expect(heldBack({ contact: {} }, { subject: '{{ first_name }}' })).toEqual(['unitEmpty']))
  test('when the body comes out empty', () =>
    expect(heldBack({}, { body: '{% if x %}y{% endif %}' })).toEqual(['unitEmpty']))
  test('when there is no way out', () => expect(heldBack({ links: { unsubscribe: '' } })).toEqual(['linkRefused']))
  test('but not when data is missing', () => expect(heldBack({ contact: {} })).toEqual([]))
})

test('the same fault is reported once', () => {
  expect(render({}, { body: '{% for i in (1..100) %}{{ x }}.{% endfor %}' }).issues).toHaveLength(1)
})

/** Elements with their attributes but without what they say; a break may come from data. */
const skeleton = (html: string) =>
  [...page(html).querySelectorAll('*:not(br):not(bdi)')].map((element) => [
    element.tagName,
    ...[...element.attributes].map(({ name, value }) => (name === 'href' ? new URL(value).host : `${name}=${value}`)),
  ])

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    '</bdi></p></td>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '{{ email }}',
    '{% raw %}',
    '\u202e\u2066\u2069\u2069',
    '[x](javascript:alert(1))',
  ),
)

test('data changes what a mail says, never how it is built', () => {
  const body =
    '{{ first_name }} says {{ event.id }} [x](https://a.test/{{ first_name }}?q={{ event.id }}) {{ contact.plan | upcase }}'
  const of = (a: string, b: string, c: string) =>
    render({ contact: { first_name: a, plan: b }, event: { id: c }, footer: { workspaceName: a } }, { body })
  const plain = skeleton(of('a', 'b', 'c').html)
  fc.assert(
    fc.property(nasty, nasty, nasty, (a, b, c) => {
      const { html, subject, text } = of(a, b, c)
      expect(skeleton(html)).toEqual(plain)
      expect(subject).not.toMatch(/\p{Cc}/u)
      expect(text).not.toMatch(/[\u202a-\u202e]/)
    }),
    { numRuns: 300 },
  )
})

test('every line of plain text closes the isolates it opens, and closes none it did not open', () => {
  const ar = { subject: 'أ {{ a }}', preheader: '', body: 'أهلا {{ a }} و {{ b }}\n[رابط {{ a }}](https://a.test)' }
  const depthsAreSound = (line: string) => {
    let depth = 0
    for (const letter of line) {
      if (/[\u2066-\u2068]/.test(letter)) depth += 1
      if (letter === '\u2069') depth -= 1
      if (depth < 0) return false
    }
    return depth === 0
  }
  fc.assert(
    fc.property(nasty, nasty, (a, b) => {
      const { subject, text } = render({
        content: { ar },
        locale: 'ar',
        contact: { a, b },
        footer: { workspaceName: b },
      })
      for (const line of [subject, ...text.split('\n')]) expect(depthsAreSound(line)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('never throws, whatever the contact, event, zone and locale', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.string(),
      fc.string(),
      (contact, event, zone, locale) => {
        expect(render({ contact, event, zone, locale, content: { [locale]: english } }).html).toContain('</html>')
      },
    ),
  )
})
