import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@/ui/IconButton'
import { Menu, MenuItem } from '@/ui/Menu'
import { type ActionId, actionById } from '../actions/actions'
import { Shortcut } from '../actions/Shortcut'
import { useEditor } from '../store/EditorContext'

const shown: readonly ActionId[] = ['add', 'connect', 'move', 'remove']

/** What can be done with the selected step. */
export function StepMenu() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  return (
    <Menu align="end" trigger={<IconButton label={t('panel.menu')} icon={Ellipsis} />}>
      {shown.map((id) => {
        const action = actionById(id)
        return (
          <MenuItem
            key={id}
            icon={action.icon}
            disabled={!action.can(editor)}
            onSelect={() => action.perform(editor)}
            shortcut={<Shortcut keys={action.keys} />}
            {...(id === 'remove' && { tone: 'danger' as const })}
          >
            {t(`action.${id}`)}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
