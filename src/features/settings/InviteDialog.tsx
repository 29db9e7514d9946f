import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { useInvite } from '@/data/invitations'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { RadioGroup } from '@/ui/RadioGroup'
import { TextField } from '@/ui/TextField'
import { InvitedDialog } from './InvitedDialog'

const invitable = ['viewer', 'editor', 'admin'] as const
const form = z.object({ email: z.email().max(320), role: z.enum(invitable) })

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const errorText = useErrorText()
  const invite = useInvite(useWorkspaceId())
  const { register, control, handleSubmit, formState } = useForm<z.infer<typeof form>>({
    resolver: zodResolver(form),
    defaultValues: { email: '', role: 'editor' },
  })
  const submit = handleSubmit((values) => invite.mutate({ ...values, locale: language }))

  if (invite.data) return <InvitedDialog email={invite.variables.email} link={invite.data.link} onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('invite.title')}
      description={t('invite.description')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button variant="primary" type="submit" form="invite" busy={invite.isPending}>
            {t('invite.send')}
          </Button>
        </>
      }
    >
      <form id="invite" noValidate onSubmit={submit} className="flex flex-col gap-5">
        {invite.error && <Notice tone="danger">{errorText(invite.error)}</Notice>}
        <TextField
          type="email"
          dir="ltr"
          autoComplete="off"
          label={t('invite.email')}
          error={formState.errors.email && t('invite.emailError')}
          {...register('email')}
        />
        <Controller
          control={control}
          name="role"
          render={({ field }) => (
            <RadioGroup
              label={t('invite.role')}
              value={field.value}
              onChange={field.onChange}
              options={invitable.map((role) => ({
                value: role,
                label: t(`app:role.${role}`),
                hint: t(`roleHint.${role}`),
              }))}
            />
          )}
        />
      </form>
    </Dialog>
  )
}
