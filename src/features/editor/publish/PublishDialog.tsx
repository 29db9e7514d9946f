import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SavedJourney, usePublishJourney } from '@/data/journeys'
import { mayPublish } from '@/engine/validate'
import { faultOf } from '@/lib/fault'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { notify } from '@/ui/toasts'
import { useEditor, useEditorState } from '../store/EditorContext'
import { ProblemRows } from '../topbar/ProblemRows'

type PublishDialogProps = { saved: SavedJourney; flush: () => Promise<boolean>; onClose: () => void }

/** What stands in the way, what to think of, and then the button. */
export function PublishDialog({ saved, flush, onClose }: PublishDialogProps) {
  const { t } = useTranslation('editor')
  const errorText = useErrorText()
  const { store, world } = useEditor()
  const { all } = useEditorState(({ journey }) => world.problemsOf(journey))
  const publish = usePublishJourney(world.workspaceId, saved.id)
  const ready = mayPublish(all)
  const [unsaved, setUnsaved] = useState(false)
  const goLive = async () => {
    const isSaved = await flush()
    setUnsaved(!isSaved)
    if (!isSaved) return
    const { version } = await publish.mutateAsync(store.getState().revision)
    notify({ title: t('publish.done', { version }), description: t('publish.doneHint'), tone: 'positive' })
    onClose()
  }
  const refusal =
    publish.error && (faultOf(publish.error) === 'invalid' ? t('publish.refused') : errorText(publish.error))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={saved.live_version === null ? t('publish.titleFirst') : t('publish.title')}
      description={saved.live_version === null ? t('publish.descriptionFirst') : t('publish.description')}
      footer={
        <>
          <Button onClick={onClose}>{t('publish.cancel')}</Button>
          <Button
            variant="primary"
            busy={publish.isPending}
            disabledReason={ready ? null : t('publish.blocked')}
            onClick={() => void goLive().catch(() => undefined)}
          >
            {t('publish.confirm')}
          </Button>
        </>
      }
    >
      {unsaved && <Notice tone="danger">{t('publish.unsaved')}</Notice>}
      {refusal && <Notice tone="danger">{refusal}</Notice>}
      <Checklist ready={ready} count={all.length} />
      <ProblemRows problems={all} onOpen={onClose} />
    </Dialog>
  )
}

function Checklist({ ready, count }: { ready: boolean; count: number }) {
  const { t } = useTranslation('editor')
  if (!ready) return <Notice tone="danger">{t('publish.mustMend')}</Notice>
  if (count > 0) return <Notice tone="warning">{t('publish.mayMend')}</Notice>
  return <Notice tone="positive">{t('publish.ready')}</Notice>
}
