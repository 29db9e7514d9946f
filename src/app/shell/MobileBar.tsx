import { Dialog } from '@base-ui/react/dialog'
import { Menu as MenuIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { backdropStyle } from '@/ui/Dialog'
import { IconButton } from '@/ui/IconButton'
import { NavLinks } from './NavLinks'
import { UserMenu } from './UserMenu'
import { WorkspaceMenu } from './WorkspaceMenu'

export function MobileBar() {
  const { t } = useTranslation('app')
  const [open, setOpen] = useState(false)
  return (
    <div className="flex h-12 shrink-0 items-center gap-1 px-2 md:hidden">
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger render={<IconButton label={t('nav.open')} icon={MenuIcon} />} />
        <Dialog.Portal>
          <Dialog.Backdrop className={backdropStyle} />
          <Dialog.Popup className="fixed inset-y-0 start-0 z-40 flex w-72 max-w-[85vw] flex-col gap-4 border-line border-e bg-canvas p-3 shadow-overlay outline-none transition-[translate] data-ending-style:-translate-x-full data-starting-style:-translate-x-full rtl:data-ending-style:translate-x-full rtl:data-starting-style:translate-x-full">
            <Dialog.Title className="sr-only">{t('nav.label')}</Dialog.Title>
            <WorkspaceMenu narrow={false} />
            <NavLinks narrow={false} onNavigate={() => setOpen(false)} />
            <div className="mt-auto flex">
              <UserMenu narrow={false} />
            </div>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <div className="min-w-0 max-w-64 flex-1">
        <WorkspaceMenu narrow={false} />
      </div>
    </div>
  )
}
