import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPanel } from '@/testing/renderPanel'
import { webhook } from './webhook.ts'

const url = 'https://shop.example/hook'

test('takes an address, and says what is wrong with it', async () => {
  const { user, edits } = await renderPanel('webhook', webhook.blank)
  const field = screen.getByRole('textbox', { name: 'Address' })
  await user.type(field, 'shop.example{Enter}')
  expect(screen.getByText(/This is not an address that can be asked/)).toBeVisible()
  await user.clear(field)
  await user.type(field, ` ${url} {Enter}`)
  expect(edits.at(-1)).toEqual({ ...webhook.blank, url })
})

test('takes headers, a body and values of the answer', async () => {
  const { user, edits } = await renderPanel('webhook', { ...webhook.blank, url })
  await user.click(screen.getByRole('button', { name: 'Add a header' }))
  await user.type(screen.getByRole('textbox', { name: 'Name of header 1' }), 'x-key{Enter}')
  await user.type(screen.getByRole('textbox', { name: 'Value of header 1' }), 'abc{Enter}')
  await user.type(screen.getByRole('textbox', { name: /^Body/ }), '{{"a": 1}')
  await user.tab()
  await user.click(screen.getByRole('button', { name: 'Add a value' }))
  await user.type(screen.getByRole('textbox', { name: 'Path of value 1' }), 'data.code{Enter}')
  await user.type(screen.getByRole('combobox', { name: 'Attribute for value 1' }), 'coupon{Enter}')
  expect(edits.at(-1)).toEqual({
    ...webhook.blank,
    url,
    headers: [{ name: 'x-key', value: 'abc' }],
    body: { as: 'json', template: '{"a": 1}' },
    answer: [{ path: 'data.code', attribute: 'coupon' }],
  })
})

test('asks for no body where none is sent, and for whole seconds', async () => {
  const { user, edits } = await renderPanel('webhook', { ...webhook.blank, url, method: 'GET' })
  expect(screen.queryByRole('textbox', { name: /^Body/ })).not.toBeInTheDocument()
  const seconds = screen.getByRole('textbox', { name: 'Seconds to answer' })
  await user.clear(seconds)
  await user.type(seconds, '90{Enter}')
  expect(screen.getByText('A whole number from 1 to 30')).toBeVisible()
  expect(edits).toEqual([])
})
