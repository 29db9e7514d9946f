import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { journeysQuery } from '@/data/journeys'
import { RadioGroup } from '@/ui/RadioGroup'
import { SelectField } from '@/ui/SelectField'
import { NumberField } from '../fields/NumberField'
import { OwnProblems } from '../fields/OwnProblems'
import { readWholeNumber } from '../fields/oneUnitDuration'
import type { PanelProps } from '../nodeView'
import type { GoToData } from './goTo'

const places = ['step', 'journey'] as const
const MOST = 100

export function GoToPanel(props: PanelProps<GoToData>) {
  const { t } = useTranslation('node.goTo')
  const { data, onChange, problems, context } = props
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup
        label={t('where')}
        disabled={context.readOnly}
        value={data.where}
        onChange={(where) => onChange(where === 'step' ? { where, step: '', most: 10 } : { where, journey: '' })}
        options={places.map((each) => ({ value: each, label: t(`places.${each}`) }))}
      />
      {data.where === 'step' ? <StepFields {...props} data={data} /> : <JourneyField {...props} data={data} />}
      <OwnProblems type="goTo" problems={problems} />
    </div>
  )
}

type To<Where extends GoToData['where']> = PanelProps<Extract<GoToData, { where: Where }>>['data']
type FieldsProps<Where extends GoToData['where']> = Omit<PanelProps<GoToData>, 'data'> & { data: To<Where> }

function StepFields({ data, onChange, context }: FieldsProps<'step'>) {
  const { t } = useTranslation('node.goTo')
  const { steps, nodeId, readOnly } = context
  const others = steps.filter(({ id }) => id !== nodeId)
  return (
    <>
      <SelectField
        label={t('step')}
        hint={t('stepHint')}
        placeholder={t('chooseStep')}
        disabled={readOnly}
        value={others.some(({ id }) => id === data.step) ? data.step : null}
        onChange={(step) => onChange({ ...data, step })}
        options={others.map(({ id, sentence }) => ({ value: id, label: sentence }))}
      />
      <NumberField
        label={t('most')}
        hint={t('mostHint')}
        isWhole
        error={t('mostError', { most: MOST })}
        disabled={readOnly}
        value={data.most}
        read={(text) => readWholeNumber(text, MOST)}
        onCommit={(most) => onChange({ ...data, most })}
      />
    </>
  )
}

function JourneyField({ data, onChange, context }: FieldsProps<'journey'>) {
  const { t } = useTranslation('node.goTo')
  const { data: journeys = [], isSuccess } = useQuery(journeysQuery(context.workspaceId))
  const others = journeys.filter(({ id }) => id !== context.journeyId)
  const chosen = others.find(({ id }) => id === data.journey)
  return (
    <SelectField
      label={t('journey')}
      hint={
        isSuccess && others.length === 0 ? t('noJourneys') : t(chosen?.status === 'draft' ? 'draftHint' : 'journeyHint')
      }
      placeholder={t('chooseJourney')}
      disabled={context.readOnly}
      value={chosen?.id ?? null}
      onChange={(journey) => onChange({ ...data, journey })}
      options={others.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
