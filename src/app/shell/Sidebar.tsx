import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@/ui/cx'
import { IconButton } from '@/ui/IconButton'
import { NavLinks } from './NavLinks'
import { UserMenu } from './UserMenu'
import { WorkspaceMenu } from './WorkspaceMenu'

const STORED_AS = 'perennial.sidebar'

export function Sidebar({ slim }: { slim: boolean }) {
  const { t } = useTranslation('app')
  const [folded, setFolded] = useState(() => localStorage.getItem(STORED_AS) === 'folded')
  const narrow = slim || folded

  const fold = (next: boolean) => {
    localStorage.setItem(STORED_AS, next ? 'folded' : 'open')
    setFolded(next)
  }

  return (
    <div className={cx('flex shrink-0 flex-col gap-4 p-2.5 max-md:hidden', narrow ? 'w-14 items-center' : 'w-60')}>
      <WorkspaceMenu narrow={narrow} />
      <NavLinks narrow={narrow} />
      <div className={cx('mt-auto flex gap-1', narrow ? 'flex-col items-center' : 'items-center')}>
        <UserMenu narrow={narrow} />
        {!slim && (
          <IconButton
            label={folded ? t('nav.expand') : t('nav.collapse')}
            icon={folded ? PanelLeftOpen : PanelLeftClose}
            mirrored
            onClick={() => fold(!folded)}
          />
        )}
      </div>
    </div>
  )
}
