import { Link } from '@tanstack/react-router'
import { Settings, Shapes, Users, Waypoints } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { cx } from '@/ui/cx'
import { Tooltip } from '@/ui/Tooltip'

const places = [
  { to: '/w/$workspaceId/journeys', name: 'journeys', icon: Waypoints },
  { to: '/w/$workspaceId/contacts', name: 'contacts', icon: Users },
  { to: '/w/$workspaceId/segments', name: 'segments', icon: Shapes },
  { to: '/w/$workspaceId/settings', name: 'settings', icon: Settings },
] as const

export function NavLinks({ narrow, onNavigate }: { narrow: boolean; onNavigate?: () => void }) {
  const { t } = useTranslation('app')
  const workspaceId = useWorkspaceId()
  return (
    <nav aria-label={t('nav.label')}>
      <ul className="flex flex-col gap-0.5">
        {places.map(({ to, name, icon: Icon }) => {
          const link = (
            <Link
              to={to}
              params={{ workspaceId }}
              onClick={onNavigate}
              aria-label={narrow ? t(`nav.${name}`) : undefined}
              className={cx(
                'flex h-8 items-center gap-2.5 rounded-sm border border-transparent font-medium text-sm transition-colors focus-visible:relative focus-visible:z-10',
                narrow ? 'w-8 justify-center' : 'px-2.5',
              )}
              activeProps={{ className: 'border-line bg-surface text-ink shadow-card' }}
              inactiveProps={{ className: 'text-muted hover:bg-subtle hover:text-ink' }}
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              {!narrow && t(`nav.${name}`)}
            </Link>
          )
          return (
            <li key={to}>
              {narrow ? (
                <Tooltip text={t(`nav.${name}`)} side="inline-end">
                  {link}
                </Tooltip>
              ) : (
                link
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
