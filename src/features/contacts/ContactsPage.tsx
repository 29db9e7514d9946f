import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { contactsQuery } from '@/data/contacts'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { useErrorText } from '@/lib/useErrorText'
import { usePageTitle } from '@/lib/usePageTitle'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { SkeletonRows } from '@/ui/Skeleton'
import { ContactSearch } from './ContactSearch'
import { ContactsTable } from './ContactsTable'
import { NoContacts } from './NoContacts'
import { Pager } from './Pager'

export function ContactsPage() {
  const { t } = useTranslation('contacts')
  const { q = '', page = 1 } = useSearch({ strict: false })
  const workspaceId = useWorkspaceId()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const contacts = useQuery(contactsQuery(workspaceId, { search: q, page }))
  usePageTitle(t('title'))

  const goTo = (search: { q?: string; page?: number }) =>
    navigate({ to: '/w/$workspaceId/contacts', params: { workspaceId }, search, replace: true })
  const isEmpty = contacts.data?.contacts.length === 0 && page === 1

  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} />
      {!(isEmpty && q === '') && (
        <ContactSearch key={workspaceId} value={q} onChange={(next) => goTo(next ? { q: next } : {})} />
      )}
      {contacts.isPending && <SkeletonRows rows={8} className="h-11" />}
      {contacts.isError && (
        <Card>
          <ErrorState description={errorText(contacts.error)} onRetry={contacts.refetch} />
        </Card>
      )}
      {isEmpty && <NoContacts search={q} onClear={() => goTo({})} />}
      {contacts.data && !isEmpty && (
        <>
          <div aria-busy={contacts.isPlaceholderData} className="transition-opacity aria-busy:opacity-60">
            <ContactsTable contacts={contacts.data.contacts} />
          </div>
          <Pager
            page={page}
            hasMore={contacts.data.hasMore}
            onPage={(next) => goTo({ ...(q && { q }), ...(next > 1 && { page: next }) })}
          />
        </>
      )}
    </Page>
  )
}
