import { zodResolver } from '@hookform/resolvers/zod'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useCreateWorkspace } from '@/data/workspaces'
import { browserTimeZone, timeZoneOptions } from '@/lib/dates'
import { localeOptions, typedLocale } from '@/lib/localeNames'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { Combobox } from '@/ui/Combobox'
import { TextField } from '@/ui/TextField'
import { LocalePicker } from './LocalePicker'

const form = z.object({
  name: z.string().trim().min(1, 'nameMissing').max(100, 'nameLong'),
  sourceLocale: z.string(),
  otherLocales: z.array(z.string()),
  timeZone: z.string(),
})

export function WorkspaceForm() {
  const { t } = useTranslation('auth')
  const language = useLanguage()
  const navigate = useNavigate()
  const create = useCreateWorkspace()
  const { register, control, handleSubmit, watch, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { name: '', sourceLocale: language, otherLocales: [], timeZone: browserTimeZone() },
  })
  const source = watch('sourceLocale')
  const locales = useMemo(() => localeOptions(language, [source]), [language, source])
  const zones = useMemo(() => timeZoneOptions(language), [language])

  const submit = handleSubmit(({ otherLocales, ...values }) =>
    create.mutate(
      { ...values, locales: [values.sourceLocale, ...otherLocales.filter((each) => each !== values.sourceLocale)] },
      { onSuccess: (workspaceId) => navigate({ to: '/w/$workspaceId/journeys', params: { workspaceId } }) },
    ),
  )
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        size="lg"
        autoComplete="organization"
        label={t('start.name')}
        hint={t('start.nameHint')}
        error={formState.errors.name && t(`problem.${formState.errors.name.message}`)}
        {...register('name')}
      />
      <Controller
        control={control}
        name="sourceLocale"
        render={({ field }) => (
          <Combobox
            size="lg"
            label={t('start.source')}
            hint={t('start.sourceHint')}
            options={locales}
            accept={(typed) => typedLocale(typed, language)}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="otherLocales"
        render={({ field }) => <LocalePicker without={source} value={field.value} onChange={field.onChange} />}
      />
      <Controller
        control={control}
        name="timeZone"
        render={({ field }) => (
          <Combobox
            size="lg"
            label={t('start.zone')}
            hint={t('start.zoneHint')}
            options={zones}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Button type="submit" variant="primary" size="lg" busy={create.isPending}>
        {t('start.action')}
      </Button>
    </form>
  )
}
