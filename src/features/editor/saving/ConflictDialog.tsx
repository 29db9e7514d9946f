import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { createJourney, loadJourney } from '@/data/journeys'
import { journeySchema } from '@/engine/journey'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { notify } from '@/ui/toasts'
import { undo } from '../commands/history'
import { useEditor, useEditorState } from '../store/EditorContext'

/** Somebody else saved this journey meanwhile. Nothing is overwritten, on either side, before the reader says how. */
export function ConflictDialog({ name }: { name: string }) {
  const { t } = useTranslation('editor')
  const open = useEditorState((state) => state.asksAboutConflict)
  const setOpen = useEditorState((state) => state.askAboutConflict)
  const theirs = useLoadTheirs()
  const mine = useKeepMine(t('conflict.copyName', { name }))
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('conflict.title')}
      description={t('conflict.description')}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('conflict.later')}</Button>
          <Button busy={theirs.isPending} onClick={() => theirs.mutate()}>
            {t('conflict.theirs')}
          </Button>
          <Button variant="primary" busy={mine.isPending} onClick={() => mine.mutate()}>
            {t('conflict.mine')}
          </Button>
        </>
      }
    />
  )
}

function useLoadTheirs() {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { store, world } = editor
  return useMutation({
    mutationFn: async () => {
      const stored = await loadJourney(world.workspaceId, world.journeyId)
      return { draft: journeySchema.parse(stored?.draft), revision: stored?.revision ?? 0 }
    },
    onSuccess: ({ draft, revision }) => {
      store.getState().load(draft, revision)
      notify({ title: t('conflict.loaded'), action: { label: t('conflict.back'), onPress: () => undo(editor) } })
    },
  })
}

function useKeepMine(copyName: string) {
  const { t } = useTranslation('editor')
  const { store, world } = useEditor()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => createJourney(world.workspaceId, copyName, store.getState().journey),
    onSuccess: async (journeyId) => {
      store.getState().setSaved(store.getState().revision, true)
      notify({ title: t('conflict.copied', { name: copyName }), tone: 'positive' })
      await navigate({
        to: '/w/$workspaceId/journeys/$journeyId',
        params: { workspaceId: world.workspaceId, journeyId },
      })
    },
  })
}
