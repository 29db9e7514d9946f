import { useTranslation } from 'react-i18next'
import { countedAtMost, type Work } from '@/data/operations'
import { formatAgo } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Table } from '@/ui/Table'

const HOUR = 3_600_000

export function WorkTable({ work, askedAt }: { work: Work[]; askedAt: number }) {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  const number = new Intl.NumberFormat(language)
  const counted = (count: number) =>
    count >= countedAtMost ? `${number.format(countedAtMost)}+` : number.format(count)
  const since = (Math.floor(askedAt / HOUR) - 1) * HOUR
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(since)
  return (
    <Table<Work>
      caption={t('work.title')}
      rows={work}
      rowKey={({ kind }) => kind}
      columns={[
        { id: 'kind', header: t('work.what'), cell: ({ kind }) => t(`work.${kind}`) },
        {
          id: 'oldest',
          header: t('work.oldest'),
          cell: ({ due_since }) => (due_since ? formatAgo(due_since, language, askedAt) : '–'),
        },
        { id: 'due', header: t('work.due'), align: 'end', cell: ({ due }) => counted(due) },
        {
          id: 'retrying',
          header: t('work.retrying'),
          align: 'end',
          secondary: true,
          cell: ({ kind, retrying }) => (kind === 'signals' ? '–' : counted(retrying)),
        },
        {
          id: 'givenUp',
          header: t('work.givenUp'),
          align: 'end',
          cell: ({ kind, given_up }) => (kind === 'signals' ? '–' : counted(given_up)),
        },
        {
          id: 'done',
          header: t('work.done', { time }),
          align: 'end',
          secondary: true,
          cell: ({ kind, done }) => (kind === 'signals' ? '–' : number.format(done)),
        },
      ]}
    />
  )
}
