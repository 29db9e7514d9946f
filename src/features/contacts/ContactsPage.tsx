import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { contactsQuery } from '@/data/contacts'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { useErrorText } from '@/lib/useErrorText'
import { usePageTitle } from '@/lib/usePageTitle'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { SkeletonRows } from '@/ui/Skeleton'
import { ContactSearch } from './ContactSearch'
import { ContactsTable } from './ContactsTable'
import { NoContacts } from './NoContacts'

export function ContactsPage() {
  const { t } = useTranslation('contacts')
  const { q = '' } = useSearch({ strict: false })
  const workspaceId = useWorkspaceId()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const contacts = useInfiniteQuery(contactsQuery(workspaceId, q))
  usePageTitle(t('title'))

  const goTo = (search: { q?: string }) =>
    navigate({ to: '/w/$workspaceId/contacts', params: { workspaceId }, search, replace: true })
  const isEmpty = contacts.data?.length === 0

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
            <ContactsTable contacts={contacts.data} />
          </div>
          {contacts.hasNextPage && (
            <Button className="mt-4" busy={contacts.isFetchingNextPage} onClick={() => void contacts.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
