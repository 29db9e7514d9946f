import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { Test } from '../../audience/rule'
import { TestValueField } from './TestValueField'
import {
  dateOps,
  draftOf,
  kindFor,
  kindsFor,
  needsValue,
  readTest,
  type TestDraft,
  valueOps,
  withKind,
  withOp,
} from './testDraft'

type TestFieldsProps = {
  number: string | number
  test: Test
  onCommit: (test: Test) => void
  disabled: boolean
  /** Dates are tests only where there is a present to judge them at. */
  withDates?: boolean
}

/** A comparison, the kind of value and the value. A change that leaves the test unfinished waits here until it is whole. */
export function TestFields({ number, test, onCommit, disabled, withDates }: TestFieldsProps) {
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
  const ops = withDates ? [...valueOps, ...dateOps] : valueOps
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
          options={kindsFor(draft.op).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      )}
      {needsValue(draft.op) && (
        <TestValueField {...{ number, draft, disabled, touched }} onChange={(value) => change({ ...draft, value })} />
      )}
    </>
  )
}
