import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderPage } from '@/testing/render'
import { Combobox, type ComboboxProps } from './Combobox'

const zones = [
  { value: 'Europe/Bucharest', label: 'Europe/Bucharest', hint: 'GMT+2' },
  { value: 'America/Sao_Paulo', label: 'America/São Paulo', hint: 'GMT-3' },
]

function Zone(props: Partial<ComboboxProps>) {
  const [zone, setZone] = useState<string | null>(null)
  return (
    <>
      <Combobox label="Zone" options={zones} value={zone} onChange={setZone} {...props} />
      <output>{zone}</output>
    </>
  )
}

test('finds a choice without its accents, by label or by value', async () => {
  const { user } = await renderPage(<Zone />)
  await user.type(screen.getByRole('combobox', { name: 'Zone' }), 'sao pau')
  expect(screen.getAllByRole('option')).toHaveLength(1)
  await user.keyboard('{Enter}')
  expect(screen.getByText('America/Sao_Paulo', { selector: 'output' })).toBeVisible()
})

test('says so when nothing matches', async () => {
  const { user } = await renderPage(<Zone />)
  await user.type(screen.getByRole('combobox', { name: 'Zone' }), 'atlantis')
  expect(screen.getByText('Nothing found')).toBeVisible()
})

test('takes what was typed where the caller accepts it', async () => {
  const accept = (typed: string) => (typed === 'xx' ? { value: 'xx', label: 'Somewhere else', hint: 'xx' } : undefined)
  const { user } = await renderPage(<Zone accept={accept} />)
  await user.type(screen.getByRole('combobox', { name: 'Zone' }), 'xx')
  await user.click(screen.getByRole('option', { name: /Somewhere else/ }))
  expect(screen.getByText('xx', { selector: 'output' })).toBeVisible()
})
