import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '@/data/currentWorkspace'
import { workspacesQuery } from '@/data/workspaces'
import { cx } from '@/ui/cx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/ui/Menu'

export function WorkspaceMenu({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('app')
  const workspace = useWorkspace()
  const { data: workspaces } = useSuspenseQuery(workspacesQuery)
  const navigate = useNavigate()
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={narrow ? t('workspaces.current', { name: workspace.name }) : undefined}
          className={cx(
            'flex h-9 min-w-0 items-center gap-2 rounded-sm text-start hover:bg-subtle data-popup-open:bg-subtle',
            narrow ? 'w-9 justify-center' : 'w-full px-1.5',
          )}
        >
          <Monogram name={workspace.name} />
          {!narrow && (
            <span className="min-w-0 flex-1 truncate font-semibold text-sm">
              <span className="sr-only">{t('nav.label')}: </span>
              {workspace.name}
            </span>
          )}
          {!narrow && <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />}
        </button>
      }
    >
      <MenuChoice
        label={t('workspaces.switch')}
        value={workspace.id}
        onChange={(workspaceId) => navigate({ to: '/w/$workspaceId/journeys', params: { workspaceId } })}
        options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <MenuSeparator />
      <MenuItem icon={Plus} render={<Link to="/start" />}>
        {t('workspaces.new')}
      </MenuItem>
    </Menu>
  )
}

function Monogram({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-xs bg-accent font-semibold text-on-accent text-xs"
    >
      {[...name.trim()][0]?.toLocaleUpperCase()}
    </span>
  )
}
