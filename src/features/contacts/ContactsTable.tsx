import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '@/data/contacts'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { formatAgo, formatDateTime } from '@/lib/dates'
import { localeName } from '@/lib/localeNames'
import { useLanguage } from '@/lib/useLanguage'
import { Card } from '@/ui/Card'
import { type Column, Table } from '@/ui/Table'
import { contactName } from './contactName'

type ContactsTableProps = {
  contacts: Contact[]
  /** What can be done with each, at the end of its row. */
  action?: (contact: Contact) => ReactNode
}

export function ContactsTable({ contacts, action }: ContactsTableProps) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const workspaceId = useWorkspaceId()
  const columns: Column<Contact>[] = [
    {
      id: 'email',
      header: t('column.email'),
      className: 'w-full max-w-0 min-w-40',
      cell: (contact) => (
        <Link
          to="/w/$workspaceId/contacts/$contactId"
          params={{ workspaceId, contactId: String(contact.id) }}
          className="block truncate rounded-xs font-medium hover:underline"
        >
          <bdi>{contactName(contact)}</bdi>
        </Link>
      ),
    },
    {
      id: 'externalId',
      header: t('column.externalId'),
      secondary: true,
      className: 'whitespace-nowrap',
      cell: (contact) => (
        <Quiet>{contact.external_id && <bdi className="font-mono text-xs">{contact.external_id}</bdi>}</Quiet>
      ),
    },
    {
      id: 'locale',
      header: t('column.locale'),
      secondary: true,
      className: 'whitespace-nowrap',
      cell: (contact) => <Quiet>{contact.locale && localeName(contact.locale, language)}</Quiet>,
    },
    {
      id: 'zone',
      header: t('column.zone'),
      secondary: true,
      className: 'whitespace-nowrap',
      cell: (contact) => <Quiet>{contact.time_zone && <bdi>{contact.time_zone.replaceAll('_', ' ')}</bdi>}</Quiet>,
    },
    {
      id: 'seen',
      header: t('column.seen'),
      align: 'end',
      cell: ({ last_seen_at: seen }) =>
        seen ? (
          <time dateTime={seen} title={formatDateTime(seen, language)} className="whitespace-nowrap text-muted">
            {formatAgo(seen, language)}
          </time>
        ) : (
          <Quiet />
        ),
    },
    ...(action
      ? [
          {
            id: 'action',
            header: <span className="sr-only">{t('segments:column.menu')}</span>,
            align: 'end' as const,
            cell: action,
          },
        ]
      : []),
  ]
  return (
    <Card flush className="overflow-hidden">
      <Table caption={t('title')} columns={columns} rows={contacts} rowKey={(contact) => contact.id} />
    </Card>
  )
}

function Quiet({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation('contacts')
  if (children) return <span className="text-muted">{children}</span>
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('unknown')}</span>
    </span>
  )
}
