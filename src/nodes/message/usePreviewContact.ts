import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Contact, contactsQuery } from '@/data/contacts'
import { type SampleKind, sampleAttributes, sampleEventQuery, sampleKinds } from '@/data/sampleContacts'
import type { PreviewContact } from './previewMessage'

/** Somebody real, or a made-up person of a kind. */
export type Chosen = Contact | SampleKind

/** The person chosen for a preview: a real contact, found by what is typed, or a sample. */
export function usePreviewContact(workspaceId: string, sourceLocale: string, first: Chosen = 'typical') {
  const { t } = useTranslation('messages')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Chosen>(first)
  const { data: listed = [] } = useInfiniteQuery(contactsQuery(workspaceId, useDeferredValue(search).trim()))
  const { data: newest = [] } = useInfiniteQuery(contactsQuery(workspaceId))
  const { data: sampleEvent = {} } = useQuery(sampleEventQuery(workspaceId))

  const isReal = typeof chosen !== 'string'
  const contacts = isReal && !listed.some(({ id }) => id === chosen.id) ? [chosen, ...listed] : listed
  const contact: PreviewContact = isReal
    ? asSent(chosen)
    : {
        locale: chosen === 'missing' ? null : sourceLocale,
        time_zone: null,
        attributes: sampleAttributes(chosen, newest),
      }
  return {
    chosen,
    contact,
    event: chosen === 'missing' ? {} : sampleEvent,
    choice: isReal ? String(chosen.id) : chosen,
    search: setSearch,
    choose: (choice: string) =>
      setChosen(
        contacts.find(({ id }) => String(id) === choice) ?? sampleKinds.find((kind) => kind === choice) ?? chosen,
      ),
    options: [
      ...sampleKinds.map((kind) => ({ value: kind, label: t(`sample.${kind}`) })),
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
