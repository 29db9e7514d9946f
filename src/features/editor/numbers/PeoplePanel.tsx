import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { journeyPeopleQuery, type PeopleWanted, type Person } from '@/data/journeyNumbers'
import { formatDateTime } from '@/lib/dates'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { reasonText } from '@/nodes/nodeText'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { IconTile } from '@/ui/IconTile'
import { SkeletonRows } from '@/ui/Skeleton'
import { SidePanel } from '../panel/SidePanel'
import { useEditor, useEditorState } from '../store/EditorContext'
import { RemovePerson } from './RemovePerson'

/** The people behind a number. */
export function PeoplePanel() {
  const people = useEditorState((state) => state.people)
  return people ? <OpenPanel key={JSON.stringify(people)} wanted={people} /> : null
}

function OpenPanel({ wanted }: { wanted: PeopleWanted }) {
  const { t } = useTranslation('editor')
  const { world } = useEditor()
  const errorText = useErrorText()
  const found = useInfiniteQuery(journeyPeopleQuery(world.workspaceId, world.journeyId, wanted))
  const counts = useEditorState(({ numbers }) => numbers?.counts)
  const people = (found.data?.pages.flat() ?? []).filter(({ locale }) => counts?.(locale) ?? true)
  return (
    <SidePanel
      label={t('people.title')}
      header={
        <>
          <IconTile icon={Users} />
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-base">{t('people.title')}</h2>
            <p className="text-muted text-sm">{t(`people.of.${wanted.metric}`)}</p>
          </div>
        </>
      }
    >
      {found.isPending && <SkeletonRows rows={6} />}
      {found.error && <ErrorState description={errorText(found.error)} onRetry={() => void found.refetch()} />}
      {found.isSuccess && people.length === 0 && !found.hasNextPage && (
        <p className="text-muted text-sm">{t('people.none')}</p>
      )}
      <ul className="-mx-2">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} wanted={wanted} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
    </SidePanel>
  )
}

function PersonRow({ person, wanted: { metric, nodeId } }: { person: Person; wanted: PeopleWanted }) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const { world } = useEditor()
  const name = person.email ?? person.external_id ?? t('people.unknown')
  return (
    <li className="flex items-center gap-1">
      <Link
        to="/w/$workspaceId/contacts/$contactId"
        params={{ workspaceId: world.workspaceId, contactId: String(person.contact_id) }}
        className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 rounded-sm px-2 py-1.5 text-sm hover:bg-subtle"
      >
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {name}
        </span>
        {person.locale && <span className="text-muted text-xs">{person.locale}</span>}
        <span className="text-muted text-xs">{formatDateTime(person.at, language)}</span>
        <Reason because={person.because} nodeId={nodeId} />
      </Link>
      {metric === 'inStep' && <RemovePerson contactId={person.contact_id} name={name} />}
    </li>
  )
}

/** Why this person waits, went or was left out where the number counts them. */
function Reason({ because, nodeId }: { because: string; nodeId: string }) {
  const { t, i18n } = useTranslation('editor')
  const { world } = useEditor()
  const type = useEditorState(({ journey }) => world.indexOf(journey).nodes.get(nodeId)?.type) ?? ''
  if (because === '') return null
  const speech = { t, exists: (key: string) => i18n.exists(key), language: i18n.language }
  return <span className="basis-full text-muted text-xs">{reasonText(speech, type, because)}</span>
}
