import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { localeName } from '@/content/locales'
import type { SavedJourney } from '@/data/journeys'
import { versionsQuery } from '@/data/versions'
import type { WorkspaceLocale } from '@/data/workspaceLocales'
import { formatDate } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { SelectField } from '@/ui/SelectField'
import { useEditor } from '../store/EditorContext'
import { JourneyTotals } from './JourneyTotals'
import { useNumbersSearch } from './useNumbersSearch'

const ALL = 'all'

type NumbersBarProps = { saved: SavedJourney; version: number; locales: readonly WorkspaceLocale[] }

/** What the numbers are about: which version, which language; and the journey's own. */
export function NumbersBar({ saved, version, locales }: NumbersBarProps) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const { world } = useEditor()
  const { locale, show } = useNumbersSearch()
  const { data: versions = [] } = useQuery(versionsQuery(world.workspaceId, saved.id))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-subtle/50 px-4 py-2">
      <JourneyTotals />
      <div className="ms-auto flex gap-2">
        <SelectField
          label={t('numbers.locale')}
          hideLabel
          size="sm"
          value={locale ?? ALL}
          onChange={(value) => show({ locale: value === ALL ? undefined : value })}
          options={[
            { value: ALL, label: t('numbers.allLocales') },
            ...locales.map((each) => ({ value: each.locale, label: localeName(each.locale, language) })),
          ]}
        />
        <SelectField
          label={t('numbers.version')}
          hideLabel
          size="sm"
          value={String(version)}
          onChange={(value) => show({ version: Number(value) })}
          options={versions.map((each) => ({
            value: String(each.version),
            label: t('numbers.versionOf', { version: each.version, date: formatDate(each.published_at, language) }),
          }))}
        />
      </div>
    </div>
  )
}
