import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@/ui/Checkbox'
import { DraftArea } from '../fields/DraftArea'
import { DraftField } from '../fields/DraftField'
import { DurationField } from '../fields/DurationField'
import { OwnProblems } from '../fields/OwnProblems'
import type { PanelProps } from '../nodeView'
import { type TaskData, task } from './task'

export function TaskPanel({ data, onChange, problems, context }: PanelProps<TaskData>) {
  const { t } = useTranslation('node.task')
  const disabled = context.readOnly
  const { due, ...undated } = data
  return (
    <div className="flex flex-col gap-5">
      <DraftField
        label={t('title')}
        maxLength={300}
        disabled={disabled}
        value={data.title}
        onCommit={(title) => onChange({ ...data, title: title.trim() })}
      />
      <DraftArea
        label={t('note')}
        hint={t('noteHint')}
        optional
        maxLength={10_000}
        disabled={disabled}
        value={data.note}
        onCommit={(note) => onChange({ ...data, note })}
      />
      <AssigneeField data={data} onChange={onChange} disabled={disabled} />
      <Checkbox
        label={t('hasDue')}
        checked={due !== undefined}
        disabled={disabled}
        onChange={(dated) => onChange(dated ? { ...data, due: 'P1D' } : undated)}
      />
      {due !== undefined && (
        <DurationField
          label={t('due')}
          hint={t('dueHint')}
          disabled={disabled}
          value={due}
          onCommit={(next) => onChange({ ...data, due: next })}
        />
      )}
      <OwnProblems type="task" problems={problems} />
    </div>
  )
}

type AssigneeFieldProps = Pick<PanelProps<TaskData>, 'data' | 'onChange'> & { disabled: boolean }

function AssigneeField({ data, onChange, disabled }: AssigneeFieldProps) {
  const { t } = useTranslation('node.task')
  const [refused, setRefused] = useState(false)
  return (
    <DraftField
      label={t('assignee')}
      hint={t('assigneeHint')}
      error={refused ? t('assigneeError') : undefined}
      disabled={disabled}
      value={data.assignee}
      onCommit={(text) => {
        const next = { ...data, assignee: text.trim() }
        const parsed = task.data.safeParse(next)
        setRefused(!parsed.success)
        if (parsed.success) onChange(parsed.data)
      }}
    />
  )
}
