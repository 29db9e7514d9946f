import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { journeyMessagesQuery } from '@/data/journeyMessages'
import { journeysQuery } from '@/data/journeys'
import { SelectField } from '@/ui/SelectField'
import { type Engagement, engagements } from '../../audience/rule'
import type { ConditionProps } from './conditionProps'
import { namedOptions } from './namedOptions'
import { TimesFields } from './TimesFields'
import { WithinFields } from './WithinFields'

const ANY = '*'

/** What became of the messages of any journey, of one, or of one of its steps. */
export function EngagementFields({ number, condition, workspaceId, onCommit, disabled }: ConditionProps<'message'>) {
  const { t } = useTranslation('nodes')
  const commit = (change: { [Key in keyof Engagement]?: Engagement[Key] | undefined }) =>
    onCommit(withoutGaps({ ...condition, ...change }))
  return (
    <>
      <SelectField
        label={t('condition.did', { number })}
        hideLabel
        disabled={disabled}
        value={condition.did}
        onChange={(did) => commit({ did })}
        options={engagements.map((did) => ({ value: did, label: t(`did.${did}`) }))}
      />
      <WhichMessage {...{ number, condition, workspaceId, disabled }} onCommit={commit} />
      <TimesFields
        number={number}
        times={condition.times}
        disabled={disabled}
        onCommit={(times) => commit({ times })}
      />
      <WithinFields
        number={number}
        within={condition.within}
        disabled={disabled}
        onCommit={(within) => commit({ within })}
      />
    </>
  )
}

type WhichMessageProps = Omit<ConditionProps<'message'>, 'onCommit'> & {
  onCommit: (change: { journey?: string | undefined; node?: string | undefined }) => void
}

function WhichMessage({ number, condition: { journey, node }, workspaceId, onCommit, disabled }: WhichMessageProps) {
  const { t } = useTranslation('nodes')
  const { data: journeys } = useQuery(journeysQuery(workspaceId))
  const { data: messages } = useQuery({
    ...journeyMessagesQuery(workspaceId, journey ?? ''),
    enabled: journey !== undefined,
  })
  const gone = t('condition.gone')
  return (
    <>
      <SelectField
        label={t('condition.journey', { number })}
        hideLabel
        disabled={disabled}
        value={journey ?? ANY}
        onChange={(id) => onCommit({ journey: id === ANY ? undefined : id, node: undefined })}
        options={[{ value: ANY, label: t('condition.anyJourney') }, ...namedOptions(journeys, journey, gone)]}
      />
      {(journey !== undefined || node !== undefined) && (
        <SelectField
          label={t('condition.messageStep', { number })}
          hideLabel
          disabled={disabled}
          value={node ?? ANY}
          onChange={(id) => onCommit({ node: id === ANY ? undefined : id })}
          options={[{ value: ANY, label: t('condition.anyMessage') }, ...namedOptions(messages, node, gone)]}
        />
      )}
    </>
  )
}

function withoutGaps({
  did,
  journey,
  node,
  within,
  times,
}: { [Key in keyof Engagement]: Engagement[Key] | undefined } & { did: Engagement['did'] }): Engagement {
  return {
    if: 'message',
    did,
    ...(journey !== undefined && { journey }),
    ...(node !== undefined && { node }),
    ...(within !== undefined && { within }),
    ...(times && { times }),
  }
}
