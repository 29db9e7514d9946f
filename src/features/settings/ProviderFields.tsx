import { useTranslation } from 'react-i18next'
import { formOf, type ProviderField } from '@/data/providerFields'
import { TextField } from '@/ui/TextField'
import type { ProviderDraft } from './providerDraft'

type ProviderFieldsProps = {
  draft: ProviderDraft
  isNew: boolean
  onChange: (draft: ProviderDraft) => void
  errorOf: (name: string) => string | undefined
}

/** What this kind of provider asks for. Keys can be written; what is stored is not shown. */
export function ProviderFields({ draft, isNew, onChange, errorOf }: ProviderFieldsProps) {
  const { t } = useTranslation('providers')
  const { settings, secret } = formOf(draft.kind)
  const set = (name: string, value: string) => onChange({ ...draft, settings: { ...draft.settings, [name]: value } })
  const shared = (name: string) => ({
    dir: 'ltr' as const,
    error: errorOf(name),
    value: draft.settings[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => set(name, target.value),
  })
  const own = ({ name, optional = false }: ProviderField) => ({
    label: t(`fields.${name}`),
    optional,
    autoComplete: 'off',
    spellCheck: false,
  })
  const hint = ({ name, explained }: ProviderField) => explained && t(`hints.${name}`)
  return (
    <>
      <TextField label={t('from')} hint={t('fromHint')} type="email" autoComplete="off" {...shared('from')} />
      {settings.map((field) => (
        <TextField
          key={field.name}
          {...own(field)}
          {...shared(field.name)}
          hint={hint(field)}
          inputMode={field.number ? 'numeric' : 'text'}
        />
      ))}
      {secret.map((field) => (
        <TextField
          key={field.name}
          {...own(field)}
          dir="ltr"
          type="password"
          autoComplete="new-password"
          error={errorOf(field.name)}
          hint={[hint(field), !isNew && t('kept')].filter(Boolean).join(' ')}
          value={draft.secret[field.name] ?? ''}
          onChange={({ target }) => onChange({ ...draft, secret: { ...draft.secret, [field.name]: target.value } })}
        />
      ))}
      <TextField
        optional
        label={t('perSecond')}
        hint={t('perSecondHint')}
        inputMode="numeric"
        autoComplete="off"
        {...shared('perSecond')}
      />
    </>
  )
}
