import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { type Membership, membershipsQuery, useChangeList } from '@/data/memberships'
import { type SegmentName, useSegmentNames } from '@/data/segments'
import { formatDateTime } from '@/lib/dates'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { IconButton } from '@/ui/IconButton'
import { SelectField } from '@/ui/SelectField'
import { SkeletonRows } from '@/ui/Skeleton'

/** The segments and lists a contact is in; lists are changed here. */
export function MembershipsCard({ contactId }: { contactId: number }) {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const memberships = useQuery(membershipsQuery(workspaceId, contactId))
  const names = useSegmentNames(workspaceId).data
  const errorText = useErrorText()
  const known = new Map(names?.map((each) => [each.id, each]))
  const isIn = new Set(memberships.data?.map(({ segment_id }) => segment_id))
  return (
    <Card title={t('contact.title')}>
      {memberships.isPending && <SkeletonRows rows={1} />}
      {memberships.isError && <ErrorState description={errorText(memberships.error)} onRetry={memberships.refetch} />}
      {memberships.data?.length === 0 && <p className="text-muted text-sm">{t('contact.none')}</p>}
      <ul className="flex flex-col gap-2 empty:hidden">
        {memberships.data?.map((membership) => (
          <Row
            key={membership.segment_id}
            membership={membership}
            segment={known.get(membership.segment_id)}
            contactId={contactId}
          />
        ))}
      </ul>
      {memberships.data && names && (
        <AddToList contactId={contactId} lists={names.filter(({ id, kind }) => kind === 'list' && !isIn.has(id))} />
      )}
    </Card>
  )
}

type RowProps = { membership: Membership; segment: SegmentName | undefined; contactId: number }

function Row({ membership, segment, contactId }: RowProps) {
  const { t } = useTranslation('segments')
  const language = useLanguage()
  const workspaceId = useWorkspaceId()
  const mayChange = useRefusal('editor') === null
  const change = useChangeList(workspaceId)
  return (
    <li className="flex items-center gap-2 text-sm">
      <div className="min-w-0 flex-1">
        <Link
          to="/w/$workspaceId/segments/$segmentId/members"
          params={{ workspaceId, segmentId: membership.segment_id }}
          className="block truncate rounded-xs font-medium hover:underline"
        >
          <bdi>{segment?.name ?? '…'}</bdi>
        </Link>
        <time dateTime={membership.since} className="text-muted text-xs">
          {t('contact.since', { date: formatDateTime(membership.since, language) })}
        </time>
      </div>
      {mayChange && segment?.kind === 'list' && (
        <IconButton
          label={t('contact.remove', { list: segment.name })}
          icon={X}
          size="sm"
          disabled={change.isPending}
          onClick={() => change.mutate({ listId: segment.id, contactId, isMember: false })}
        />
      )}
    </li>
  )
}

function AddToList({ contactId, lists }: { contactId: number; lists: readonly SegmentName[] }) {
  const { t } = useTranslation('segments')
  const change = useChangeList(useWorkspaceId())
  if (useRefusal('editor') !== null || lists.length === 0) return null
  return (
    <SelectField
      className="mt-4"
      label={t('contact.add')}
      placeholder={t('contact.choose')}
      disabled={change.isPending}
      value={null}
      onChange={(listId) => change.mutate({ listId, contactId, isMember: true })}
      options={lists.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
