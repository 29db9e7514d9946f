import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '@/data/currentWorkspace'
import { type Topic, useAddTopic, useChangeTopics } from '@/data/topics'
import { workspaceLocalesQuery } from '@/data/workspaceLocales'
import { localeName } from '@/lib/localeNames'
import { useErrorText } from '@/lib/useErrorText'
import { useLanguage } from '@/lib/useLanguage'
import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/Checkbox'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { RadioGroup } from '@/ui/RadioGroup'
import { TextField } from '@/ui/TextField'
import { topicId } from './topicId'

type TopicDialogProps = { topic: Topic | undefined; all: readonly Topic[]; onClose: () => void }

const LONGEST_NAME = 100
const FORM = 'topic'
const reaches = ['subscribed', 'unsubscribed'] as const

export function TopicDialog({ topic, all, onClose }: TopicDialogProps) {
  const { t } = useTranslation('policy')
  const errorText = useErrorText()
  const { id: workspaceId } = useWorkspace()
  const add = useAddTopic(workspaceId)
  const change = useChangeTopics(workspaceId)
  const [draft, setDraft] = useState(topic ?? blankTopic)
  const [tried, setTried] = useState(false)
  const name = draft.name.trim()
  const save = () => {
    const named = { ...draft, name, double_opt_in: draft.double_opt_in && draft.by_default === 'unsubscribed' }
    if (topic) return change.mutate([named], { onSuccess: onClose })
    const id = topicId(
      name,
      all.map((each) => each.id),
    )
    return add.mutate({ ...named, id, position: all.length }, { onSuccess: onClose })
  }
  const error = add.error ?? change.error
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={topic ? t('topics.editTitle') : t('topics.newTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button variant="primary" type="submit" form={FORM} busy={add.isPending || change.isPending}>
            {topic ? t('topics.save') : t('topics.create')}
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
          setTried(true)
          if (name) save()
        }}
      >
        {error && <Notice tone="danger">{errorText(error)}</Notice>}
        <TextField
          label={t('topics.name')}
          hint={t('topics.nameHint')}
          maxLength={LONGEST_NAME}
          error={tried && !name ? t('topics.nameError') : undefined}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <Translations draft={draft} onChange={setDraft} />
        <RadioGroup
          label={t('topics.byDefault')}
          value={draft.by_default}
          onChange={(by_default) => setDraft({ ...draft, by_default })}
          options={reaches.map((value) => ({
            value,
            label: t(`topics.reach.${value}`),
            hint: t(`topics.byDefaultHint.${value}`),
          }))}
        />
        {draft.by_default === 'unsubscribed' && (
          <Checkbox
            label={t('topics.doubleOptIn')}
            hint={t('topics.doubleOptInHint')}
            checked={draft.double_opt_in}
            onChange={(double_opt_in) => setDraft({ ...draft, double_opt_in })}
          />
        )}
      </form>
    </Dialog>
  )
}

const blankTopic: Topic = {
  id: '',
  name: '',
  translations: {},
  by_default: 'unsubscribed',
  double_opt_in: false,
  position: 0,
}

/** The name in every language of the workspace but the one it is written in. */
function Translations({ draft, onChange }: { draft: Topic; onChange: (draft: Topic) => void }) {
  const { t } = useTranslation('policy')
  const language = useLanguage()
  const workspace = useWorkspace()
  const { data: locales = [] } = useQuery(workspaceLocalesQuery(workspace.id))
  const write = (locale: string, text: string) => {
    const { [locale]: _, ...others } = draft.translations
    onChange({ ...draft, translations: text === '' ? others : { ...others, [locale]: text } })
  }
  const others = locales.filter(({ locale }) => locale !== workspace.source_locale)
  return others.map(({ locale }) => (
    <TextField
      key={locale}
      optional
      lang={locale}
      dir="auto"
      label={t('topics.nameIn', { language: localeName(locale, language) })}
      maxLength={LONGEST_NAME}
      value={draft.translations[locale] ?? ''}
      onChange={(event) => write(locale, event.target.value)}
    />
  ))
}
