import { Link } from '@tanstack/react-router'
import { SearchX, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { Button } from '@/ui/Button'
import { buttonStyle } from '@/ui/buttonStyle'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'

export function NoContacts({ search, onClear }: { search: string; onClear: () => void }) {
  const { t } = useTranslation('contacts')
  const workspaceId = useWorkspaceId()
  return (
    <Card flush>
      {search ? (
        <EmptyState
          icon={SearchX}
          title={t('noMatch.title', { search })}
          description={t('noMatch.description')}
          action={<Button onClick={onClear}>{t('noMatch.action')}</Button>}
        />
      ) : (
        <EmptyState
          icon={Users}
          tone="entry"
          title={t('none.title')}
          description={t('none.description')}
          action={
            <Link
              to="/w/$workspaceId/settings"
              params={{ workspaceId }}
              search={{ tab: 'sending' }}
              className={buttonStyle('primary')}
            >
              {t('none.action')}
            </Link>
          }
        />
      )}
    </Card>
  )
}
