import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { exclusionsQuery, useAddToJourney } from '@/data/byHand'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { journeysQuery } from '@/data/journeys'
import { formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { notify } from '@/ui/toasts'

/** The journeys that somebody has taken the contact out of. */
export function KeptOut({ contactId }: { contactId: number }) {
  const { t } = useTranslation('byHand')
  const language = useLanguage()
  const workspaceId = useWorkspaceId()
  const refusal = useRefusal('editor')
  const { data: exclusions = [] } = useQuery(exclusionsQuery(workspaceId, contactId))
  const { data: journeys = [] } = useQuery({ ...journeysQuery(workspaceId), enabled: exclusions.length > 0 })
  const add = useAddToJourney(workspaceId)
  if (exclusions.length === 0) return null
  return (
    <section aria-label={t('keptOut')} className="border-line border-t px-5 py-3">
      <h3 className="font-medium text-sm">{t('keptOut')}</h3>
      <ul className="mt-2 flex flex-col gap-3">
        {exclusions.map(({ journey_id, since }) => (
          <li key={journey_id} className="flex flex-wrap items-start gap-x-4 gap-y-1">
            <div className="min-w-56 flex-1 text-sm">
              <p>
                <bdi>{journeys.find(({ id }) => id === journey_id)?.name}</bdi>
              </p>
              <p className="text-muted text-xs">{t('keptOutSince', { date: formatDateTime(since, language) })}</p>
            </div>
            <Button
              size="sm"
              disabledReason={refusal}
              busy={add.isPending}
              onClick={() =>
                add.mutate(
                  { journeyId: journey_id, contactId },
                  { onSuccess: (outcome) => notify({ title: t(`outcome.${outcome}`), tone: 'positive' }) },
                )
              }
            >
              {t('undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
