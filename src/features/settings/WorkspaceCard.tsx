import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useRefusal, useWorkspace } from '@/data/currentWorkspace'
import { useUpdateWorkspace } from '@/data/workspaces'
import { timeZoneOptions } from '@/lib/dates'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Combobox } from '@/ui/Combobox'
import { TextField } from '@/ui/TextField'
import { notify } from '@/ui/toasts'

const form = z.object({ name: z.string().trim().min(1).max(100), time_zone: z.string() })

export function WorkspaceCard() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const workspace = useWorkspace()
  const refusal = useRefusal('admin')
  const update = useUpdateWorkspace(workspace.id)
  const zones = useMemo(() => timeZoneOptions(language), [language])
  const { register, control, handleSubmit, reset, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { name: workspace.name, time_zone: workspace.time_zone },
  })

  const submit = handleSubmit((values) =>
    update.mutate(values, {
      onSuccess: () => {
        reset(values)
        notify({ tone: 'positive', title: t('workspace.saved') })
      },
    }),
  )
  return (
    <form noValidate onSubmit={submit}>
      <Card
        title={t('workspace.title')}
        footer={
          <Button
            type="submit"
            variant="primary"
            busy={update.isPending}
            disabled={!formState.isDirty && !refusal}
            disabledReason={refusal}
          >
            {t('workspace.save')}
          </Button>
        }
      >
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label={t('workspace.name')}
            disabled={refusal !== null}
            error={formState.errors.name && t('workspace.nameError')}
            {...register('name')}
          />
          <Controller
            control={control}
            name="time_zone"
            render={({ field }) => (
              <Combobox
                label={t('workspace.zone')}
                hint={t('workspace.zoneHint')}
                disabled={refusal !== null}
                options={zones}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
        </div>
      </Card>
    </form>
  )
}
