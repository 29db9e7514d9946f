import { CalendarClock, Dices } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { usePreviewContact } from '@/nodes/message/usePreviewContact'
import { heardBy } from '@/nodes/trigger/admits'
import { Button } from '@/ui/Button'
import { Combobox } from '@/ui/Combobox'
import { Notice } from '@/ui/Notice'
import { SelectField } from '@/ui/SelectField'
import { TextField } from '@/ui/TextField'
import { useEditor, useEditorState } from '../store/EditorContext'
import { useWords } from '../words/StepWordsContext'
import { InjectedEvents } from './InjectedEvents'
import { PropertyFields } from './PropertyFields'
import { isTyped, letsIn, nextStart, type TriedContact, triggerOf } from './requestOf'
import { instantOf, wallTime } from './wallTime'

/** Who is tried out with, when and by which trigger they come in, and what they do on the way. */
type TrialFormProps = {
  picked: ReturnType<typeof usePreviewContact>
  /** Not there while a real contact’s past is being loaded. */
  tried: TriedContact | undefined
}

export function TrialForm({ picked, tried }: TrialFormProps) {
  const { t } = useTranslation('simulator')
  const { store, world } = useEditor()
  const words = useWords()
  const { setUp } = store.getState()
  const trial = useEditorState((state) => state.trial)
  const journey = useEditorState((state) => state.journey)
  const { triggers, trigger, data } = triggerOf(journey, world, trial)
  const next = data && tried && nextStart(data, { world, trial, contact: tried })
  return (
    <div className="flex flex-col gap-4">
      <Combobox
        label={t('contact')}
        hint={typeof picked.chosen === 'string' ? undefined : t('past')}
        value={picked.choice}
        onChange={picked.choose}
        onSearch={picked.search}
        options={picked.options}
      />
      <StartField />
      {next !== undefined && (
        <Button size="sm" icon={CalendarClock} className="self-start" onClick={() => setUp({ startsAt: next })}>
          {t('startNext')}
        </Button>
      )}
      {triggers.length > 1 && (
        <SelectField
          label={t('trigger')}
          value={trigger?.id ?? null}
          onChange={(triggerId) => setUp({ triggerId })}
          options={triggers.map((each) => ({ value: each.id, label: words.sentence(each) }))}
        />
      )}
      {data && isTyped(data) && (
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="mb-2 font-medium text-sm">
            <bdi>{data.on === 'event' ? t('entry', { event: data.event.name }) : t('entryData')}</bdi>
          </legend>
          <PropertyFields event={heardBy(data)} properties={trial.entry} onCommit={(entry) => setUp({ entry })} />
        </fieldset>
      )}
      {data && isTyped(data) && !letsIn(data, trial) && <Notice tone="warning">{t('wouldNotEnter')}</Notice>}
      <InjectedEvents />
      {journey.nodes.some(({ type }) => type === 'webhook') && <AnswersField />}
      {journey.nodes.some(({ type }) => type === 'split') && (
        <Button size="sm" icon={Dices} className="self-start" onClick={() => setUp({ draw: trial.draw + 1 })}>
          {t('drawAgain')}
        </Button>
      )}
    </div>
  )
}

const answers = ['ok', 'failed', 'none'] as const

function AnswersField() {
  const { t } = useTranslation('simulator')
  const { store } = useEditor()
  const chosen = useEditorState(({ trial }) => trial.answers)
  return (
    <SelectField
      label={t('answers.label')}
      hint={t('answers.hint')}
      value={chosen}
      onChange={(next) => store.getState().setUp({ answers: next })}
      options={answers.map((each) => ({ value: each, label: t(`answers.${each}`) }))}
    />
  )
}

function StartField() {
  const { t } = useTranslation('simulator')
  const { store, world } = useEditor()
  const startsAt = useEditorState(({ trial }) => trial.startsAt)
  const [typed, setTyped] = useState<string>()
  return (
    <TextField
      type="datetime-local"
      label={t('start')}
      hint={t('startHint', { zone: world.zone })}
      error={typed !== undefined && instantOf(typed, world.zone) === undefined ? t('startError') : undefined}
      value={typed ?? wallTime(startsAt, world.zone)}
      onChange={({ target }) => {
        setTyped(target.value)
        const at = instantOf(target.value, world.zone)
        if (at !== undefined) store.getState().setUp({ startsAt: at })
      }}
    />
  )
}
