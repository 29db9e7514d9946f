import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRefusal, useWorkspace } from '@/data/currentWorkspace'
import { useAddLocale, useChangeLocale, useRemoveLocale, type WorkspaceLocale } from '@/data/workspaceLocales'
import { localeName } from '@/lib/localeNames'
import { useLanguage } from '@/lib/useLanguage'
import { Badge } from '@/ui/Badge'
import { IconButton } from '@/ui/IconButton'
import { SelectField } from '@/ui/SelectField'
import { notify } from '@/ui/toasts'

const STRAIGHT_TO_SOURCE = 'source'

export function LocaleRow({ locale: row, all }: { locale: WorkspaceLocale; all: WorkspaceLocale[] }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const workspace = useWorkspace()
  const refusal = useRefusal('admin')
  const change = useChangeLocale(workspace.id)
  const remove = useRemoveLocale(workspace.id)
  const add = useAddLocale(workspace.id)
  const name = localeName(row.locale, language)
  const isSource = row.locale === workspace.source_locale

  const removeWithUndo = () =>
    remove.mutate(row.locale, {
      onSuccess: () =>
        notify({
          title: t('locales.removed', { name }),
          action: {
            label: t('locales.undo'),
            onPress: () =>
              add.mutate(
                { locale: row.locale, position: row.position },
                { onSuccess: () => change.mutate({ locale: row.locale, fallbacks: row.fallbacks }) },
              ),
          },
        }),
    })

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 last:border-b-0">
      <div className="flex min-w-40 flex-1 items-center gap-2.5">
        <span className="font-medium">{name}</span>
        <code dir="ltr" className="font-mono text-muted text-xs">
          {row.locale}
        </code>
        {isSource && <Badge tone="accent">{t('locales.source')}</Badge>}
      </div>
      {!isSource && (
        <div className="flex items-center gap-2">
          <SelectField
            hideLabel
            className="w-56"
            label={t('locales.fallbackOf', { name })}
            disabled={refusal !== null}
            value={row.fallbacks[0] ?? STRAIGHT_TO_SOURCE}
            onChange={(first) =>
              change.mutate({ locale: row.locale, fallbacks: first === STRAIGHT_TO_SOURCE ? [] : [first] })
            }
            options={[
              {
                value: STRAIGHT_TO_SOURCE,
                label: t('locales.toSource', { name: localeName(workspace.source_locale, language) }),
              },
              ...all
                .filter((each) => each.locale !== row.locale && each.locale !== workspace.source_locale)
                .map((each) => ({
                  value: each.locale,
                  label: t('locales.toFirst', { name: localeName(each.locale, language) }),
                })),
            ]}
          />
          <IconButton
            label={t('locales.remove', { name })}
            icon={Trash2}
            disabledReason={refusal}
            onClick={removeWithUndo}
          />
        </div>
      )}
    </li>
  )
}
