import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspace } from '@/data/currentWorkspace'
import { useAddLocale, workspaceLocalesQuery } from '@/data/workspaceLocales'
import { localeOptions, typedLocale } from '@/lib/localeNames'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Card } from '@/ui/Card'
import { Combobox } from '@/ui/Combobox'
import { ErrorState } from '@/ui/ErrorState'
import { SkeletonRows } from '@/ui/Skeleton'
import { LocaleRow } from './LocaleRow'

export function LocalesCard() {
  const { t } = useTranslation('settings')
  const workspace = useWorkspace()
  const errorText = useErrorText()
  const locales = useQuery(workspaceLocalesQuery(workspace.id))
  return (
    <Card title={t('locales.title')} description={t('locales.description')} flush>
      {locales.isPending && (
        <div className="px-5 pb-5">
          <SkeletonRows rows={3} />
        </div>
      )}
      {locales.isError && <ErrorState description={errorText(locales.error)} onRetry={locales.refetch} />}
      {locales.data && (
        <>
          <ul className="border-line border-t">
            {locales.data.map((locale) => (
              <LocaleRow key={locale.locale} locale={locale} all={locales.data} />
            ))}
          </ul>
          <AddLocale taken={locales.data.map((each) => each.locale)} />
        </>
      )}
    </Card>
  )
}

function AddLocale({ taken }: { taken: string[] }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const workspace = useWorkspace()
  const refusal = useRefusal('admin')
  const add = useAddLocale(workspace.id)
  const [added, setAdded] = useState(0)
  return (
    <div className="border-line border-t px-5 py-4">
      <Combobox
        key={added}
        className="max-w-sm"
        label={t('locales.add')}
        hint={refusal}
        placeholder={t('locales.addPlaceholder')}
        disabled={refusal !== null || add.isPending}
        options={localeOptions(language).filter((option) => !taken.includes(option.value))}
        accept={(typed) => typedLocale(typed, language)}
        value={null}
        onChange={(locale) => {
          if (!taken.includes(locale)) add.mutate({ locale, position: taken.length })
          setAdded(added + 1)
        }}
      />
    </div>
  )
}
