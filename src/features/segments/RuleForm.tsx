import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '@/audience/rule'
import { segmentFlaw } from '@/audience/segmentRule'
import { useRefusal, useWorkspaceId } from '@/data/currentWorkspace'
import { useSaveSegment } from '@/data/segments'
import { useErrorText } from '@/lib/useErrorText'
import { RuleFields } from '@/nodes/fields/RuleFields'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { TextField } from '@/ui/TextField'
import { RulePreview } from './RulePreview'

type RuleFormProps = {
  /** Missing while the segment is new. */
  segment?: { id: string; revision: number }
  name: string
  rule: Rule
  onSaved: (id: string) => void
}

/** The name and rule of a segment, whom it would hold for, and what saves it. */
export function RuleForm({ segment, onSaved, ...stored }: RuleFormProps) {
  const { t } = useTranslation('segments')
  const workspaceId = useWorkspaceId()
  const refusal = useRefusal('editor')
  const errorText = useErrorText()
  const save = useSaveSegment(workspaceId)
  const [name, setName] = useState(stored.name)
  const [rule, setRule] = useState(stored.rule)
  const [tried, setTried] = useState(false)
  const flaw = segmentFlaw(rule)
  const isUnnamed = name.trim() === ''

  const submit = () => {
    setTried(true)
    if (flaw || isUnnamed) return
    save.mutate({ ...(segment && { segment }), name: name.trim(), rule }, { onSuccess: ({ id }) => onSaved(id) })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Card
        title={t('rule.title')}
        description={t('rule.description')}
        footer={
          <>
            <RulePreview rule={rule} />
            <Button type="submit" variant="primary" busy={save.isPending} disabledReason={refusal}>
              {t(segment ? 'rule.save' : 'rule.create')}
            </Button>
          </>
        }
      >
        <div className="flex max-w-2xl flex-col gap-5">
          <TextField
            label={t('name')}
            placeholder={t('rule.placeholder')}
            dir="auto"
            maxLength={200}
            value={name}
            disabled={refusal !== null}
            error={tried && isUnnamed ? t('nameMissing') : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <RuleFields
            label={t('rule.label')}
            workspaceId={workspaceId}
            rule={rule}
            onCommit={setRule}
            disabled={refusal !== null}
            inSegment
          />
          {tried && flaw && <Notice tone="danger">{t(`flaw.${flaw}`)}</Notice>}
          {save.isError && <Notice tone="danger">{errorText(save.error)}</Notice>}
        </div>
      </Card>
    </form>
  )
}
