import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SavedJourney, usePublishJourney } from '@/data/journeys'
import { problemsIn } from '@/data/publishProblems'
import { mayPublish } from '@/engine/validate'
import { faultOf } from '@/lib/fault'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { notify } from '@/ui/toasts'
import { JourneyLimits } from '../limits/JourneyLimits'
import { useEditor, useEditorState } from '../store/EditorContext'
import { ProblemRows } from '../topbar/ProblemRows'
import { PresentMembers } from './PresentMembers'

type PublishDialogProps = { saved: SavedJourney; flush: () => Promise<boolean>; onClose: () => void }

/** What stands in the way, what to think of, and then the button. */
export function PublishDialog({ saved, flush, onClose }: PublishDialogProps) {
  const { t } = useTranslation('editor')
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
  const theirs = problemsIn(publish.error)
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
      <JourneyLimits />
      <PresentMembers />
      {unsaved && <Notice tone="danger">{t('publish.unsaved')}</Notice>}
      {publish.error ? <Refusal error={publish.error} /> : <Checklist ready={ready} count={all.length} />}
      <ProblemRows problems={theirs.length > 0 ? theirs : all} onOpen={onClose} />
    </Dialog>
  )
}

function Checklist({ ready, count }: { ready: boolean; count: number }) {
  const { t } = useTranslation('editor')
  if (!ready) return <Notice tone="danger">{t('publish.mustMend')}</Notice>
  if (count > 0) return <Notice tone="warning">{t('publish.mayMend')}</Notice>
  return <Notice tone="positive">{t('publish.ready')}</Notice>
}

/** Why the server did not publish; what it found wrong is listed below. */
function Refusal({ error }: { error: Error }) {
  const { t } = useTranslation('editor')
  const errorText = useErrorText()
  if (problemsIn(error).length > 0) return <Notice tone="danger">{t('publish.refusedBecause')}</Notice>
  return <Notice tone="danger">{faultOf(error) === 'invalid' ? t('publish.refused') : errorText(error)}</Notice>
}
