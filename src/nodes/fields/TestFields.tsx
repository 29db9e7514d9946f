import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { ValueTest } from '../../audience/rule'
import { DraftField } from './DraftField'
import { draftOf, kindFor, kinds, needsValue, ops, readTest, type TestDraft, withKind, withOp } from './testDraft'

type TestFieldsProps = {
  number: number
  test: ValueTest
  onCommit: (test: ValueTest) => void
  disabled: boolean
}

/** A comparison, the kind of value and the value. A change that leaves the test unfinished waits here until it is whole. */
export function TestFields({ number, test, onCommit, disabled }: TestFieldsProps) {
  const { t } = useTranslation('nodes')
  const [seen, setSeen] = useState(test)
  const [draft, setDraft] = useState(() => draftOf(test))
  const [touched, setTouched] = useState(false)
  if (seen !== test) {
    setSeen(test)
    setDraft(draftOf(test))
  }
  function change(next: TestDraft) {
    setDraft(next)
    setTouched(true)
    const read = readTest(next)
    if (read) onCommit(read)
  }
  const chooseKind = needsValue(draft.op) && kindFor(draft.op) === undefined
  return (
    <>
      <SelectField
        label={t('where.op', { number })}
        hideLabel
        disabled={disabled}
        value={draft.op}
        onChange={(op) => change(withOp(draft, op))}
        options={ops.map((op) => ({ value: op, label: t(`op.${op}`) }))}
      />
      {chooseKind && (
        <SelectField
          label={t('where.kind', { number })}
          hideLabel
          disabled={disabled}
          value={draft.kind}
          onChange={(kind) => change(withKind(draft, kind))}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      )}
      {needsValue(draft.op) && (
        <ValueField {...{ number, draft, disabled, touched }} onChange={(value) => change({ ...draft, value })} />
      )}
    </>
  )
}

type ValueFieldProps = {
  number: number
  draft: TestDraft
  onChange: (value: string) => void
  disabled: boolean
  /** A value not yet asked for is no mistake. */
  touched: boolean
}

function ValueField({ number, draft, onChange, disabled, touched }: ValueFieldProps) {
  const { t } = useTranslation('nodes')
  const label = t('where.value', { number })
  if (draft.kind === 'yesNo') {
    return (
      <SelectField
        label={label}
        hideLabel
        disabled={disabled}
        value={draft.value}
        onChange={onChange}
        options={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
      />
    )
  }
  return (
    <DraftField
      label={label}
      hideLabel
      disabled={disabled}
      value={draft.value}
      onCommit={onChange}
      inputMode={draft.kind === 'number' ? 'decimal' : 'text'}
      error={!touched || readTest(draft) ? undefined : t(draft.kind === 'number' ? 'numberError' : 'textError')}
    />
  )
}
