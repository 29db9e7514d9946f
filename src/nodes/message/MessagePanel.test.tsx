import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPanel } from '@/testing/renderPanel'
import { message } from './message.ts'

const english = { subject: 'Hi {{ contact.first_name }}', preheader: '', body: 'Thanks.' }
const written = { ...message.blank, name: 'Welcome', content: { en: english } }

async function openWriter(data: unknown = written) {
  const view = await renderPanel('message', data)
  await view.user.click(screen.getByRole('button', { name: 'Write the email' }))
  await screen.findByRole('dialog', { name: 'Welcome' })
  return view
}

const fields = (language: string) => within(screen.getByRole('region', { name: language }))

test('tells how far each language is written', async () => {
  await renderPanel('message', { ...written, content: { en: english, nl: { ...english, body: '' } } })
  const [en, nl, ar] = within(screen.getByRole('region', { name: 'Languages' })).getAllByRole('listitem')
  expect(en).toHaveTextContent('en' + 'written')
  expect(nl).toHaveTextContent('1 of 3 written')
  expect(ar).toHaveTextContent('missing')
})

test('commits each text once, when its field is left', async () => {
  const { user, edits } = await openWriter()
  await user.clear(fields('English').getByRole('textbox', { name: 'Subject' }))
  await user.type(fields('English').getByRole('textbox', { name: 'Subject' }), 'Welcome!')
  expect(edits).toEqual([])
  await user.tab()
  expect(edits).toEqual([{ ...written, content: { en: { ...english, subject: 'Welcome!' } } }])
})

test('translates beside the source, in the direction of the language', async () => {
  const { user, edits } = await openWriter()
  await user.click(screen.getByRole('button', { name: /Arabic/ }))
  expect(fields('Source: English').getByText('Thanks.')).toBeVisible()
  const body = fields('Arabic').getByRole('textbox', { name: 'Body' })
  expect(body).toHaveAttribute('dir', 'rtl')
  expect(body).toHaveAttribute('lang', 'ar')
  await user.type(body, 'شكرا')
  await user.tab()
  expect(edits.at(-1)).toMatchObject({ content: { en: english, ar: { body: 'شكرا' } } })
})

test('begins a translation with a copy of the source, and forgets a language that is cleared', async () => {
  const { user, edits } = await openWriter({ ...written, content: { en: { ...english, preheader: '', body: '' } } })
  await user.click(screen.getByRole('button', { name: /Dutch/ }))
  await user.click(screen.getByRole('button', { name: 'Copy the source' }))
  const subject = fields('Dutch').getByRole('textbox', { name: 'Subject' })
  expect(subject).toHaveValue('Hi {{ contact.first_name }}')
  await user.clear(subject)
  await user.tab()
  expect(edits.at(-1)).toMatchObject({ content: { en: {} } })
  expect(edits.at(-1)).not.toHaveProperty('content.nl')
})

test('finds a mistyped value while it is typed and mends it with one click', async () => {
  const { user, edits } = await openWriter()
  const subject = fields('English').getByRole('textbox', { name: 'Subject' })
  await user.clear(subject)
  await user.type(subject, 'Hi {{{{ contact.fist_name }}')
  expect(screen.getByText('Nothing known is called “contact.fist_name”.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Use “contact.first_name”' }))
  expect(edits.at(-1)).toMatchObject({ content: { en: { subject: 'Hi {{ contact.first_name }}' } } })
})

test('inserts a value with its fallback where the caret was', async () => {
  const { user, edits } = await openWriter()
  const body = fields('English').getByRole('textbox', { name: 'Body' })
  await user.click(body)
  await user.keyboard('{Control>}{Home}{/Control}')
  await user.click(screen.getByRole('button', { name: 'Insert a value' }))
  await user.type(await screen.findByRole('combobox', { name: 'Value' }), 'plan')
  await user.click(await screen.findByRole('option', { name: /plan/ }))
  await user.type(screen.getByRole('textbox', { name: 'If it is missing, write' }), 'free')
  await user.click(screen.getByRole('button', { name: 'Insert' }))
  expect(edits.at(-1)).toMatchObject({
    content: { en: { body: expect.stringContaining('{{ contact.plan | default: "free" }}') } },
  })
})

test('previews every language for a contact, without scripts, and marks the one they get', async () => {
  const { user } = await renderPanel('message', {
    ...written,
    content: { en: english, ar: { subject: 'مرحبا', preheader: '', body: 'شكرا' } },
  })
  await user.click(screen.getByRole('button', { name: 'Preview' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Welcome' }))
  const card = (language: string) => within(dialog.getByRole('listitem', { name: language }))
  expect(card('English').getByText('This contact gets this')).toBeVisible()
  expect(card('Dutch').getByText('No Dutch text: English is sent.')).toBeVisible()

  await user.click(dialog.getByRole('combobox', { name: 'Preview for' }))
  await user.click(await screen.findByRole('option', { name: /anna@example.com/ }))
  expect(card('Arabic').getByText('This contact gets this')).toBeVisible()
  const names = within(dialog.getByRole('region', { name: 'In every language' })).getAllByRole('heading')
  expect(names.map(({ textContent }) => textContent)).toEqual(['Arabic', 'English', 'Dutch'])
  expect(card('English').getByText('Hi Anna')).toBeVisible()
  const mail = card('Arabic').getByTitle('Email in Arabic')
  expect(mail).toHaveAttribute('sandbox', '')
  expect(mail.getAttribute('srcdoc')).toContain('dir="rtl"')
})

test('previews for somebody nothing is known of, saying what stays empty', async () => {
  const { user } = await renderPanel('message', written)
  await user.click(screen.getByRole('button', { name: 'Preview' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Welcome' }))
  await user.click(dialog.getByRole('combobox', { name: 'Preview for' }))
  await user.click(await screen.findByRole('option', { name: 'Sample: nothing known' }))
  expect(dialog.getByText('English, the source: the contact’s language is not known.')).toBeVisible()
  const english = within(dialog.getByRole('listitem', { name: 'English' }))
  expect(english.getByText('This contact has no “contact.first_name” and there is no fallback.')).toBeVisible()
})

test('finds a contact by typing and keeps them chosen', async () => {
  const { user } = await renderPanel('message', written)
  await user.click(screen.getByRole('button', { name: 'Preview' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Welcome' }))
  const picker = dialog.getByRole('combobox', { name: 'Preview for' })
  await user.clear(picker)
  await user.type(picker, 'anna')
  await user.click(await screen.findByRole('option', { name: /anna@example.com/ }))
  expect(picker).toHaveValue('anna@example.com')
  expect(within(dialog.getByRole('listitem', { name: 'English' })).getByText('Hi Anna')).toBeVisible()
})

test('asks whom it reaches: topic, class, and the way of those it is not sent to', async () => {
  const { user, edits } = await renderPanel('message', written)
  const topic = screen.getByRole('combobox', { name: 'Topic' })
  expect(topic).toHaveAccessibleDescription('To everybody who has not unsubscribed from it.')
  await user.click(topic)
  await user.click(await screen.findByRole('option', { name: /News/ }))
  expect(edits.at(-1)).toMatchObject({ topic: 'news' })
  expect(topic).toHaveAccessibleDescription('Only to people who subscribed to it and confirmed by email.')
  await user.click(screen.getByRole('radio', { name: /Urgent/ }))
  expect(edits.at(-1)).toMatchObject({ capClass: 'urgent' })
  await user.click(screen.getByRole('switch', { name: /A path of their own/ }))
  expect(edits.at(-1)).toMatchObject({ hasNotSent: true })
})

test('sets hours of its own, and takes them away again', async () => {
  const { user, edits } = await renderPanel('message', written)
  const hours = screen.getByRole('switch', { name: /Only within certain hours/ })
  await user.click(hours)
  expect(edits.at(-1)).toMatchObject({ window: { from: '09:00', to: '17:00' } })
  await user.click(screen.getByRole('button', { name: 'Sat' }))
  expect(edits.at(-1)).toMatchObject({ window: { on: ['MO', 'TU', 'WE', 'TH', 'FR', 'SU'] } })
  await user.click(hours)
  expect(edits.at(-1)).not.toHaveProperty('window')
})
