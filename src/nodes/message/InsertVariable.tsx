import { Braces } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { Combobox } from '@/ui/Combobox'
import { Popover } from '@/ui/Popover'
import { TextField } from '@/ui/TextField'
import { liquidFor, type Variable } from './variables'

type InsertVariableProps = { variables: readonly Variable[]; onInsert: (liquid: string) => void }

export function InsertVariable({ variables, onInsert }: InsertVariableProps) {
  const { t } = useTranslation('messages')
  const [open, setOpen] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const [fallback, setFallback] = useState('')
  const chosen = variables.find((each) => each.path === path)
  function insert() {
    if (!chosen) return
    setOpen(false)
    onInsert(liquidFor(chosen, fallback))
    setFallback('')
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      title={t('variable.insert')}
      trigger={
        <Button size="sm" icon={Braces}>
          {t('variable.insert')}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          insert()
        }}
      >
        <Combobox
          label={t('variable.which')}
          value={path}
          onChange={setPath}
          options={variables.map((each) => ({ value: each.path, label: each.name, hint: t(`variable.${each.from}`) }))}
        />
        <TextField
          label={t('variable.fallback')}
          hint={t('variable.fallbackHint')}
          dir="auto"
          value={fallback}
          onChange={(event) => setFallback(event.target.value)}
        />
        <Button type="submit" variant="primary" disabled={!chosen} className="self-end">
          {t('variable.add')}
        </Button>
      </form>
    </Popover>
  )
}
