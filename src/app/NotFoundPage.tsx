import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '@/lib/usePageTitle'
import { buttonStyle } from '@/ui/buttonStyle'
import { EmptyState } from '@/ui/EmptyState'

export function NotFoundPage() {
  const { t } = useTranslation('app')
  usePageTitle(t('notFound.title'))
  return (
    <main className="flex min-h-[70dvh] flex-col justify-center">
      <EmptyState
        level={1}
        icon={Compass}
        title={t('notFound.title')}
        description={t('notFound.description')}
        action={
          <Link to="/" className={buttonStyle('primary')}>
            {t('notFound.home')}
          </Link>
        }
      />
    </main>
  )
}
