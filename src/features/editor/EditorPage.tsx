import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Route } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contactStandingQuery } from '@/data/contactStanding'
import { useRefusal, useWorkspace } from '@/data/currentWorkspace'
import { journeyQuery, type SavedJourney } from '@/data/journeys'
import { sessionQuery } from '@/data/session'
import { type WorkspaceLocale, workspaceLocalesQuery } from '@/data/workspaceLocales'
import { journeySchema } from '@/engine/journey'
import { useErrorText } from '@/lib/useErrorText'
import { usePageTitle } from '@/lib/usePageTitle'
import { buttonStyle } from '@/ui/buttonStyle'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { EditorSkeleton } from './EditorSkeleton'
import { OpenJourney, type OpenJourneyProps } from './OpenJourney'
import { keptHistoryQuery } from './saving/keptHistory'

export function EditorPage() {
  const { t } = useTranslation('editor')
  const workspace = useWorkspace()
  const { journeyId = '' } = useParams({ strict: false })
  // What is in the cache may be older than what is stored, and an editor that opens on it would run into a conflict.
  const journey = useQuery({ ...journeyQuery(workspace.id, journeyId), refetchOnMount: 'always' })
  const locales = useQuery(workspaceLocalesQuery(workspace.id))
  const standing = useQuery(contactStandingQuery(workspace.id, undefined))
  const { data: session } = useQuery(sessionQuery)
  const key = `${session?.user.id}/${workspace.id}/${journeyId}`
  const history = useQuery(keptHistoryQuery(key))
  const errorText = useErrorText()
  usePageTitle(journey.data?.name)

  const error = journey.error ?? locales.error ?? standing.error
  if (error && !journey.data) {
    return (
      <ErrorState
        description={errorText(error)}
        onRetry={() => void Promise.all([journey.refetch(), locales.refetch(), standing.refetch()])}
      />
    )
  }
  if (
    journey.isPending ||
    !journey.isFetchedAfterMount ||
    !locales.data ||
    !standing.data ||
    !history.isFetchedAfterMount
  )
    return <EditorSkeleton />
  if (!journey.data) return <Missing workspaceId={workspace.id} />
  return (
    <Readable
      key={journeyId}
      saved={journey.data}
      locales={locales.data}
      policy={standing.data.policy}
      kept={{ key, history: history.data ?? null }}
      heading={t('canvas.label')}
    />
  )
}

function Readable({
  saved,
  locales,
  policy,
  kept,
  heading,
}: Pick<OpenJourneyProps, 'kept' | 'policy'> & {
  saved: SavedJourney
  locales: readonly WorkspaceLocale[]
  heading: string
}) {
  const { t } = useTranslation('editor')
  const workspace = useWorkspace()
  const refusal = useRefusal('editor')
  const draft = journeySchema.safeParse(saved.draft)
  if (!draft.success) return <ErrorState title={t('unreadable.title')} description={t('unreadable.description')} />
  return (
    <section aria-label={heading} className="flex min-h-0 flex-1 flex-col">
      <OpenJourney
        saved={saved}
        draft={draft.data}
        locales={locales}
        policy={policy}
        workspace={workspace}
        readOnly={refusal !== null}
        kept={kept}
      />
    </section>
  )
}

function Missing({ workspaceId }: { workspaceId: string }) {
  const { t } = useTranslation('editor')
  return (
    <EmptyState
      icon={Route}
      title={t('missing.title')}
      description={t('missing.description')}
      action={
        <Link to="/w/$workspaceId/journeys" params={{ workspaceId }} className={buttonStyle('primary')}>
          {t('missing.back')}
        </Link>
      }
    />
  )
}
