import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSignOut } from '@/data/session'
import { workspacesQuery } from '@/data/workspaces'
import { usePageTitle } from '@/lib/usePageTitle'
import { linkStyle } from '@/ui/linkStyle'
import { AuthLayout } from './AuthLayout'
import { WorkspaceForm } from './WorkspaceForm'

export function StartPage() {
  const { t } = useTranslation('auth')
  const { data: workspaces = [] } = useQuery(workspacesQuery)
  const signOut = useSignOut()
  usePageTitle(t('start.title'))
  return (
    <AuthLayout
      wide
      title={workspaces.length === 0 ? t('start.first') : t('start.title')}
      description={t('start.description')}
      below={
        workspaces.length > 0 ? (
          <Link to="/" className={linkStyle}>
            {t('start.back')}
          </Link>
        ) : (
          <button type="button" className={linkStyle} onClick={() => signOut.mutate()}>
            {t('start.signOut')}
          </button>
        )
      }
    >
      <WorkspaceForm />
    </AuthLayout>
  )
}
