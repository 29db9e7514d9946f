import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sessionQuery, useSignOut } from '@/data/session'
import { Button } from '@/ui/Button'
import { buttonStyle } from '@/ui/buttonStyle'
import { Notice } from '@/ui/Notice'
import { AuthLayout } from './AuthLayout'

/** The server gives one answer for a wrong address, a used and an old invitation, so this page names all three. */
export function NotYourInvitation() {
  const { t } = useTranslation('auth')
  const { data: session } = useQuery(sessionQuery)
  const signOut = useSignOut()
  return (
    <AuthLayout title={t('invite.refused.title')}>
      <div className="flex flex-col gap-3">
        <Notice tone="warning">
          {t('invite.refused.description', { email: session?.user.email })}
          <ul className="mt-2 list-disc ps-4">
            <li>{t('invite.refused.otherAddress')}</li>
            <li>{t('invite.refused.over')}</li>
          </ul>
        </Notice>
        <Button variant="primary" size="lg" busy={signOut.isPending} onClick={() => signOut.mutate()} className="mt-2">
          {t('invite.refused.otherAccount')}
        </Button>
        <Link to="/" className={buttonStyle('quiet', 'lg')}>
          {t('invite.refused.home')}
        </Link>
      </div>
    </AuthLayout>
  )
}
