import { useTranslation } from 'react-i18next'
import { formatDateTime } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Notice } from '@/ui/Notice'
import { localIn, occurrencesAfter } from './occurrences'
import type { Schedule } from './triggerData'

const SHOWN = 5

/** When a schedule comes next, so that whoever writes it sees what it means. */
export function NextTimes({ schedule, zone }: { schedule: Schedule; zone: string }) {
  const { t } = useTranslation('node.trigger')
  const language = useLanguage()
  if (schedule.start === '') return null
  const times = occurrencesAfter(schedule, localIn(Date.now(), zone), SHOWN)
  if (times.length === 0) return <Notice tone="warning">{t('noTimes')}</Notice>
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-medium text-sm">{t('nextTimes', { count: times.length })}</h3>
      <ol className="flex flex-col gap-0.5 text-muted text-sm">
        {times.map((time) => (
          <li key={time}>{formatDateTime(time, language)}</li>
        ))}
      </ol>
    </section>
  )
}
