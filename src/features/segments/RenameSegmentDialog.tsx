import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { isList, type Segment, useRenameSegment } from '@/data/segments'
import { NameDialog } from '@/ui/NameDialog'

export function RenameSegmentDialog({ segment, onClose }: { segment: Segment; onClose: () => void }) {
  const { t } = useTranslation('segments')
  const rename = useRenameSegment(useWorkspaceId())
  return (
    <NameDialog
      title={t('rename.title')}
      initial={segment.name}
      placeholder={isList(segment) ? t('newList.placeholder') : t('rule.placeholder')}
      confirmLabel={t('rename.confirm')}
      busy={rename.isPending}
      onConfirm={(name) => rename.mutate({ segmentId: segment.id, name }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
