import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { UserX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contactQuery } from '@/data/contacts'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { useErrorText } from '@/lib/useErrorText'
import { usePageTitle } from '@/lib/usePageTitle'
import { Breadcrumb } from '@/ui/Breadcrumb'
import { buttonStyle } from '@/ui/buttonStyle'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PageHeader } from '@/ui/PageHeader'
import { SkeletonRows } from '@/ui/Skeleton'
import { ConsentCard } from './ConsentCard'
import { contactName } from './contactName'
import { DeliveriesCard } from './DeliveriesCard'
import { EraseContact } from './EraseContact'
import { EventsCard } from './EventsCard'
import { MembershipsCard } from './MembershipsCard'
import { PassagesCard } from './PassagesCard'
import { ProfileCard } from './ProfileCard'

export function ContactPage() {
  const { t } = useTranslation('contacts')
  const workspaceId = useWorkspaceId()
  const { contactId } = useParams({ strict: false })
  const id = Number(contactId)
  const contact = useQuery({ ...contactQuery(workspaceId, id), enabled: Number.isSafeInteger(id) })
  const errorText = useErrorText()
  usePageTitle(contact.data ? contactName(contact.data) : t('title'))

  const list = (
    <Link to="/w/$workspaceId/contacts" params={{ workspaceId }}>
      {t('title')}
    </Link>
  )
  if (contact.isError)
    return (
      <Page>
        <ErrorState level={1} description={errorText(contact.error)} onRetry={contact.refetch} />
      </Page>
    )
  if (contact.data === null || !Number.isSafeInteger(id)) return <NoSuchContact />
  return (
    <Page>
      <PageHeader
        above={<Breadcrumb items={[{ id: 'list', content: list }]} />}
        title={contact.data ? <bdi>{contactName(contact.data)}</bdi> : '…'}
        actions={contact.data && <EraseContact contactId={id} name={contactName(contact.data)} />}
      />
      {contact.isPending && <SkeletonRows rows={4} className="h-24" />}
      {contact.data && (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-6">
            <PassagesCard contactId={id} />
            <DeliveriesCard contactId={id} />
            <EventsCard contactId={id} />
          </div>
          <div className="flex min-w-0 flex-col gap-6 max-lg:order-first">
            <ProfileCard contact={contact.data} />
            <MembershipsCard contactId={id} />
            <ConsentCard contactId={id} email={contact.data.email} />
          </div>
        </div>
      )}
    </Page>
  )
}

function NoSuchContact() {
  const { t } = useTranslation('contacts')
  const workspaceId = useWorkspaceId()
  return (
    <EmptyState
      level={1}
      icon={UserX}
      title={t('gone.title')}
      description={t('gone.description')}
      action={
        <Link to="/w/$workspaceId/contacts" params={{ workspaceId }} className={buttonStyle('primary')}>
          {t('gone.action')}
        </Link>
      }
    />
  )
}
