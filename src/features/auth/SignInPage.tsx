import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '@/lib/usePageTitle'
import { linkStyle } from '@/ui/linkStyle'
import { AuthLayout } from './AuthLayout'
import { CheckMail } from './CheckMail'
import { LinkForm } from './LinkForm'
import { PasswordForm } from './PasswordForm'

export function SignInPage() {
  const { t } = useTranslation('auth')
  const { next } = useSearch({ strict: false })
  const [by, setBy] = useState<'password' | 'link'>('password')
  const [email, setEmail] = useState('')
  const [mailed, setMailed] = useState(false)
  usePageTitle(t('signIn.title'))

  if (mailed) return <CheckMail email={email} reason="link" onBack={() => setMailed(false)} />
  return (
    <AuthLayout
      title={t('signIn.title')}
      description={t('signIn.description')}
      below={
        <>
          {t('signIn.new')}{' '}
          <Link to="/sign-up" search={{ next }} className={linkStyle}>
            {t('signIn.toSignUp')}
          </Link>
        </>
      }
    >
      {by === 'password' ? (
        <PasswordForm email={email} onEmail={setEmail} onLinkInstead={() => setBy('link')} />
      ) : (
        <LinkForm
          email={email}
          onEmail={setEmail}
          returnTo={next ?? '/'}
          onSent={() => setMailed(true)}
          onPasswordInstead={() => setBy('password')}
        />
      )}
    </AuthLayout>
  )
}
