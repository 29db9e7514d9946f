import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '@/ui/SelectField'
import type { Test } from '../../audience/rule'
import { DraftField } from './DraftField'
import { testText } from './ruleText'
import {
  draftOf,
  type Editable,
  isEditable,
  kindFor,
  kinds,
  needsValue,
  ops,
  readTest,
  type TestDraft,
  withKind,
  withOp,
} from './testDraft'

type TestFieldsProps = {
  number: number
  test: Test
  onCommit: (test: Editable) => void
  disabled: boolean
}

/** A test that the fields cannot show came from elsewhere; it is shown as it reads and kept. */
export function TestFields({ test, ...field }: TestFieldsProps) {
  const { t } = useTranslation('nodes')
  return isEditable(test) ? <EditableTest {...field} test={test} /> : <p className="text-sm">{testText('', test, t)}</p>
}

/** A comparison, the kind of value and the value. A change that leaves the test unfinished waits here until it is whole. */
function EditableTest({ number, test, onCommit, disabled }: TestFieldsProps & { test: Editable }) {
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
