import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusal } from '@/data/currentWorkspace'
import type { Segment } from '@/data/segments'
import { IconButton } from '@/ui/IconButton'
import { Menu, MenuItem } from '@/ui/Menu'
import { DeleteSegmentDialog } from './DeleteSegmentDialog'
import { RenameSegmentDialog } from './RenameSegmentDialog'

/** What can be done with one segment of the list. */
export function SegmentMenu({ segment }: { segment: Segment }) {
  const { t } = useTranslation('segments')
  const [asking, setAsking] = useState<'rename' | 'delete'>()
  const close = () => setAsking(undefined)
  if (useRefusal('editor') !== null) return null
  return (
    <>
      <Menu align="end" trigger={<IconButton label={t('menu.label', { name: segment.name })} icon={Ellipsis} />}>
        <MenuItem icon={Pencil} onSelect={() => setAsking('rename')}>
          {t('menu.rename')}
        </MenuItem>
        <MenuItem icon={Trash2} tone="danger" onSelect={() => setAsking('delete')}>
          {t('menu.delete')}
        </MenuItem>
      </Menu>
      {asking === 'rename' && <RenameSegmentDialog segment={segment} onClose={close} />}
      {asking === 'delete' && <DeleteSegmentDialog segment={segment} onClose={close} />}
    </>
  )
}
