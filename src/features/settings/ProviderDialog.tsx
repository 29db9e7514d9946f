import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspaceId } from '@/data/currentWorkspace'
import { providerKinds } from '@/data/providerFields'
import { isWithoutKey, refusedFields, type StoredProvider, useSaveProvider } from '@/data/providers'
import { useErrorText } from '@/lib/useErrorText'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { SelectField } from '@/ui/SelectField'
import { TextField } from '@/ui/TextField'
import { ProviderFields } from './ProviderFields'
import { draftOf, savedOf, wrongIn } from './providerDraft'

const FORM = 'provider'
const LONGEST_NAME = 100

type ProviderDialogProps = { provider: StoredProvider | undefined; onClose: () => void }

export function ProviderDialog({ provider, onClose }: ProviderDialogProps) {
  const { t } = useTranslation('providers')
  const errorText = useErrorText()
  const save = useSaveProvider(useWorkspaceId())
  const [draft, setDraft] = useState(() => draftOf(provider))
  const [wrong, setWrong] = useState<readonly string[]>([])
  const submit = () => {
    const found = wrongIn(draft, { isNew: provider === undefined })
    setWrong(found)
    if (found.length > 0) return
    save.mutate(savedOf(draft, provider?.id), {
      onSuccess: onClose,
      onError: (error) => setWrong(refusedFields(error)),
    })
  }
  const errorOf = (name: string) => (wrong.includes(name) ? t('wrong') : undefined)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={provider ? t('editTitle') : t('newTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button variant="primary" type="submit" form={FORM} busy={save.isPending}>
            {provider ? t('save') : t('create')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {save.error && wrong.length === 0 && (
          <Notice tone="danger">{isWithoutKey(save.error) ? t('noKey') : errorText(save.error)}</Notice>
        )}
        <SelectField
          label={t('kind')}
          disabled={provider !== undefined}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
          options={providerKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          maxLength={LONGEST_NAME}
          error={errorOf('name')}
          value={draft.name}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
        <ProviderFields draft={draft} isNew={provider === undefined} onChange={setDraft} errorOf={errorOf} />
      </form>
    </Dialog>
  )
}
