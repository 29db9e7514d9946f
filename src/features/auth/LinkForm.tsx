import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useSendMagicLink } from '@/data/session'
import { Button } from '@/ui/Button'
import { TextField } from '@/ui/TextField'
import { AccountError } from './AccountError'
import { linkForm } from './accountForm'

type LinkFormProps = {
  email: string
  onEmail: (email: string) => void
  returnTo: string
  onSent: () => void
  onPasswordInstead: () => void
}

export function LinkForm({ email, onEmail, returnTo, onSent, onPasswordInstead }: LinkFormProps) {
  const { t } = useTranslation('auth')
  const send = useSendMagicLink()
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(linkForm),
    defaultValues: { email },
  })
  const submit = handleSubmit((values) => {
    onEmail(values.email)
    send.mutate({ email: values.email, returnTo }, { onSuccess: onSent })
  })
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <AccountError error={send.error} />
      <TextField
        size="lg"
        type="email"
        dir="ltr"
        autoComplete="username"
        label={t('email')}
        hint={t('link.hint')}
        error={formState.errors.email && t(`problem.${formState.errors.email.message}`)}
        {...register('email')}
      />
      <Button type="submit" variant="primary" size="lg" busy={send.isPending} className="mt-1">
        {t('link.action')}
      </Button>
      <Button variant="quiet" size="lg" onClick={onPasswordInstead}>
        {t('password.instead')}
      </Button>
    </form>
  )
}
