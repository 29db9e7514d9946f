import { useTranslation } from 'react-i18next'
import { Dialog } from '@/ui/Dialog'
import { Tabs } from '@/ui/Tabs'
import type { EmailContent } from '../../content/message'
import type { PanelContext } from '../nodeView'
import { MessagePreview } from './MessagePreview'
import { MessageWriter } from './MessageWriter'

export type MessageTab = 'write' | 'preview'

export type MessageDialogProps = {
  open: boolean
  tab: MessageTab
  onTab: (tab: MessageTab) => void
  onClose: () => void
  name: string
  content: EmailContent
  onChange: (content: EmailContent) => void
  context: PanelContext
}

export function MessageDialog({ open, tab, onTab, onClose, name, content, onChange, context }: MessageDialogProps) {
  const { t } = useTranslation('messages')
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={name || t('unnamed')} size="full">
      <Tabs
        label={name || t('unnamed')}
        value={tab}
        onChange={onTab}
        tabs={[
          {
            value: 'write',
            label: t('write'),
            panel: <MessageWriter content={content} onChange={onChange} context={context} />,
          },
          { value: 'preview', label: t('preview'), panel: <MessagePreview content={content} context={context} /> },
        ]}
      />
    </Dialog>
  )
}
