import { zodResolver } from '@hookform/resolvers/zod'
import { Link, useSearch } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useSignUp } from '@/data/session'
import { usePageTitle } from '@/lib/usePageTitle'
import { Button } from '@/ui/Button'
import { linkStyle } from '@/ui/linkStyle'
import { TextField } from '@/ui/TextField'
import { AccountError } from './AccountError'
import { AuthLayout } from './AuthLayout'
import { PASSWORD_LENGTH, signUpForm } from './accountForm'
import { CheckMail } from './CheckMail'
import { PasswordField } from './PasswordField'

export function SignUpPage() {
  const { t } = useTranslation('auth')
  const { next } = useSearch({ strict: false })
  const signUp = useSignUp()
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(signUpForm),
    defaultValues: { email: '', password: '' },
  })
  const { errors } = formState
  usePageTitle(t('signUp.title'))

  if (signUp.data?.signedIn === false)
    return <CheckMail email={signUp.variables?.email ?? ''} reason="confirm" onBack={signUp.reset} />
  return (
    <AuthLayout
      title={t('signUp.title')}
      description={t('signUp.description')}
      below={
        <>
          {t('signUp.known')}{' '}
          <Link to="/sign-in" search={{ next }} className={linkStyle}>
            {t('signUp.toSignIn')}
          </Link>
        </>
      }
    >
      <form
        noValidate
        onSubmit={handleSubmit((values) => signUp.mutate({ ...values, returnTo: next ?? '/' }))}
        className="flex flex-col gap-4"
      >
        <AccountError error={signUp.error} />
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
          autoComplete="new-password"
          label={t('password.label')}
          hint={t('password.hint', { length: PASSWORD_LENGTH })}
          error={errors.password && t(`problem.${errors.password.message}`)}
          {...register('password')}
        />
        <Button type="submit" variant="primary" size="lg" busy={signUp.isPending} className="mt-1">
          {t('signUp.action')}
        </Button>
      </form>
    </AuthLayout>
  )
}
