import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Contact, contactsQuery } from '@/data/contacts'
import { sampleAttributes, sampleEventQuery, sampleKinds } from '@/data/sampleContacts'
import type { PreviewContact } from './previewMessage'

/** The person chosen for a preview: a real contact, or a sample, who reads the source language. */
export function usePreviewContact(workspaceId: string, sourceLocale: string) {
  const { t } = useTranslation('messages')
  const { data } = useQuery(contactsQuery(workspaceId, {}))
  const { data: sampleEvent = {} } = useQuery(sampleEventQuery(workspaceId))
  const [choice, choose] = useState<string>('typical')
  const contacts = data?.contacts ?? []
  const real = contacts.find(({ id }) => String(id) === choice)
  const kind = sampleKinds.find((each) => each === choice) ?? 'typical'
  const sample = { locale: sourceLocale, time_zone: null, attributes: sampleAttributes(kind, contacts) }
  const contact: PreviewContact = real ? asSent(real) : sample
  return {
    contact,
    event: kind === 'missing' && !real ? {} : sampleEvent,
    choice,
    choose,
    options: [
      ...sampleKinds.map((each) => ({ value: each, label: t(`sample.${each}`) })),
      ...contacts.map((each) => ({
        value: String(each.id),
        label: each.email ?? each.external_id ?? String(each.id),
        hint: each.locale ?? '',
      })),
    ],
  }
}

/** The values the sender gives to a text. */
const asSent = (contact: Contact): PreviewContact => ({
  locale: contact.locale,
  time_zone: contact.time_zone,
  attributes: { ...contact.attributes, email: contact.email, id: contact.external_id },
})
