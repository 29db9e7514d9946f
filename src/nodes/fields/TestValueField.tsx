import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import { DraftField } from './DraftField'
import { DurationField } from './DurationField'
import { type Kind, readTest, type TestDraft } from './testDraft'

type TestValueFieldProps = {
  number: string | number
  draft: TestDraft
  onChange: (value: string) => void
  disabled: boolean
  /** A value not yet asked for is no mistake. */
  touched: boolean
}

/** The value that a test compares with, in a field for its kind. */
export function TestValueField({ number, draft, onChange, disabled, touched }: TestValueFieldProps) {
  const { t } = useTranslation('nodes')
  const field = { label: t('where.value', { number }), hideLabel: true, disabled, value: draft.value }
  const isList = draft.op === 'in'
  switch (draft.kind) {
    case 'yesNo':
      return (
        <SelectField
          {...field}
          onChange={onChange}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
        />
      )
    case 'lasting':
      return <DurationField {...field} onCommit={onChange} />
    default:
      return (
        <DraftField
          {...field}
          onCommit={onChange}
          inputMode={draft.kind === 'number' ? 'decimal' : 'text'}
          placeholder={draft.kind === 'date' ? '2026-03-29' : ''}
          hint={isList ? t('listHint') : undefined}
          error={!touched || readTest(draft) ? undefined : t(`${errors[draft.kind]}Error`)}
        />
      )
  }
}

const errors = {
  text: 'text',
  number: 'number',
  list: 'text',
  numberList: 'number',
  anyList: 'text',
  date: 'date',
} as const satisfies Partial<Record<Kind, string>>
