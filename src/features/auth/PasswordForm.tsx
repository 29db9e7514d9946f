import { zodResolver } from '@hookform/resolvers/zod'
import { Mail } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useSignIn } from '@/data/session'
import { Button } from '@/ui/Button'
import { TextField } from '@/ui/TextField'
import { AccountError } from './AccountError'
import { signInForm } from './accountForm'
import { OrLine } from './OrLine'
import { PasswordField } from './PasswordField'

type PasswordFormProps = { email: string; onEmail: (email: string) => void; onLinkInstead: () => void }

/** The address is handed on, so that changing one's mind about the way in does not lose it. */
export function PasswordForm({ email, onEmail, onLinkInstead }: PasswordFormProps) {
  const { t } = useTranslation('auth')
  const signIn = useSignIn()
  const { register, handleSubmit, getValues, formState } = useForm({
    resolver: zodResolver(signInForm),
    defaultValues: { email, password: '' },
  })
  const { errors } = formState
  return (
    <form noValidate onSubmit={handleSubmit((values) => signIn.mutate(values))} className="flex flex-col gap-4">
      <AccountError error={signIn.error} />
      <TextField
        size="lg"
        type="email"
        dir="ltr"
        autoComplete="username"
        label={t('email')}
        error={errors.email && t(`problem.${errors.email.message}`)}
        {...register('email')}
      />
      <PasswordField
        size="lg"
        autoComplete="current-password"
        label={t('password.label')}
        error={errors.password && t(`problem.${errors.password.message}`)}
        {...register('password')}
      />
      <Button type="submit" variant="primary" size="lg" busy={signIn.isPending} className="mt-1">
        {t('signIn.action')}
      </Button>
      <OrLine />
      <Button
        size="lg"
        icon={Mail}
        onClick={() => {
          onEmail(getValues('email'))
          onLinkInstead()
        }}
      >
        {t('link.instead')}
      </Button>
    </form>
  )
}
