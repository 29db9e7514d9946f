import { Link } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { buttonStyle } from '@/ui/buttonStyle'
import { EmptyState } from '@/ui/EmptyState'

export function NoSuchSegment() {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  return (
    <EmptyState
      level={1}
      icon={SearchX}
      title={t('gone.title')}
      description={t('gone.description')}
      action={
        <Link to="/w/$workspaceId/segments" params={{ workspaceId }} className={buttonStyle('primary')}>
          {t('gone.action')}
        </Link>
      }
    />
  )
}
