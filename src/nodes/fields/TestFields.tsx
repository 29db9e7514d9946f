import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { Test } from '../../audience/rule'
import { testText } from './ruleText'
import { TestValueField } from './TestValueField'
import {
  dateOps,
  draftOf,
  isDateTest,
  isEditable,
  kindFor,
  kinds,
  needsValue,
  readTest,
  type TestDraft,
  valueOps,
  withKind,
  withOp,
} from './testDraft'

type TestFieldsProps = {
  number: number
  test: Test
  onCommit: (test: Test) => void
  disabled: boolean
  /** Dates are tests only where there is a present to judge them at. */
  withDates?: boolean
}

/** A test that the fields cannot show came from elsewhere; it is shown as it reads and kept. */
export function TestFields({ test, ...fields }: TestFieldsProps) {
  const { t } = useTranslation('nodes')
  const isShown = isEditable(test) && (fields.withDates || !isDateTest(test))
  return isShown ? <EditableTest {...fields} test={test} /> : <p className="text-sm">{testText('', test, t)}</p>
}

/** A comparison, the kind of value and the value. A change that leaves the test unfinished waits here until it is whole. */
function EditableTest({ number, test, onCommit, disabled, withDates }: TestFieldsProps) {
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
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      )}
      {needsValue(draft.op) && (
        <TestValueField {...{ number, draft, disabled, touched }} onChange={(value) => change({ ...draft, value })} />
      )}
    </>
  )
}
