import { useTranslation } from 'react-i18next'
import { RadioGroup } from '@/ui/RadioGroup'
import { TextField } from '@/ui/TextField'
import { useDraft } from '../fields/useDraft'
import { zoneName } from '../fields/zoneName'
import type { PanelProps } from '../nodeView'
import { NextTimes } from './NextTimes'
import { RepeatFields } from './RepeatFields'
import { SegmentField } from './SegmentField'
import type { Schedule } from './triggerData'

const clocks = ['workspace', 'contact'] as const
const audiences = ['everybody', 'segment'] as const

export function ScheduleFields(props: PanelProps<Schedule>) {
  const { data, onChange, problems, context } = props
  const { t } = useTranslation('node.trigger')
  const { segment, ...rest } = data
  const has = (code: string) => problems.some((problem) => problem.code === code)
  return (
    <>
      <StartField {...props} error={has('trigger.noStart') ? t('problems.trigger.noStart') : undefined} />
      <RepeatFields {...props} />
      <RadioGroup
        label={t('clock')}
        disabled={context.readOnly}
        value={data.zone}
        onChange={(zone) => onChange({ ...data, zone })}
        options={clocks.map((each) => ({
          value: each,
          label: t(`clocks.${each}`, { zone: zoneName(context.zone) }),
          hint: each === 'contact' ? t('clockHint') : undefined,
        }))}
      />
      <NextTimes schedule={data} zone={context.zone} />
      <RadioGroup
        label={t('audience')}
        disabled={context.readOnly}
        value={segment === undefined ? 'everybody' : 'segment'}
        onChange={(audience) => onChange(audience === 'everybody' ? rest : { ...rest, segment: segment ?? '' })}
        options={audiences.map((each) => ({ value: each, label: t(`audiences.${each}`) }))}
      />
      {segment !== undefined && (
        <SegmentField
          workspaceId={context.workspaceId}
          value={segment}
          error={has('trigger.noSegment') ? t('problems.trigger.noSegment') : undefined}
          disabled={context.readOnly}
          onCommit={(next) => onChange({ ...data, segment: next })}
        />
      )}
    </>
  )
}

/** The browser answers with nothing while date and time are not whole; then the old ones stay. */
function StartField({ data, onChange, context, error }: PanelProps<Schedule> & { error: string | undefined }) {
  const { t } = useTranslation('node.trigger')
  const draft = useDraft(data.start, (text) => text !== '' && onChange({ ...data, start: text.slice(0, MINUTES) }))
  return (
    <TextField
      type="datetime-local"
      label={t('start')}
      error={error}
      disabled={context.readOnly}
      value={draft.text}
      onChange={({ target }) => draft.type(target.value)}
      onBlur={draft.leave}
      onKeyDown={draft.leaveOnEnter}
    />
  )
}

const MINUTES = '2026-03-01T09:00'.length
