import { type Ref, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import { checkTemplate } from '../../content/checkTemplate'
import { checkLinks } from '../../content/links'
import { directionOf } from '../../content/locales'
import { longestUnit, type MessageUnit } from '../../content/message'
import { useDraft } from '../fields/useDraft'
import { countGraphemes } from './graphemes'
import { UnitIssues } from './UnitIssues'

export type UnitHandle = {
  /** Puts text where the caret stands, or last stood. */
  insert: (text: string) => void
}

type UnitFieldProps = {
  unit: MessageUnit
  locale: string
  value: string
  known: readonly string[] | null
  readOnly: boolean
  onCommit: (value: string) => void
  onFocus: () => void
  ref: Ref<UnitHandle>
}

export function UnitField({ unit, locale, value, known, readOnly, onCommit, onFocus, ref }: UnitFieldProps) {
  const { t } = useTranslation('messages')
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const draft = useDraft(value, onCommit)
  const issues = [...checkTemplate(draft.text, known), ...(unit === 'body' ? checkLinks(draft.text) : [])]

  useImperativeHandle(ref, () => ({
    insert(text) {
      const { selectionStart = null, selectionEnd = null } = box.current ?? {}
      const start = selectionStart ?? draft.text.length
      onCommit(draft.text.slice(0, start) + text + draft.text.slice(selectionEnd ?? start))
      requestAnimationFrame(() => {
        box.current?.focus()
        box.current?.setSelectionRange(start + text.length, start + text.length)
      })
    },
  }))

  const field = {
    ref: box,
    label: t(`node.message:unit.${unit}`),
    lang: locale,
    dir: directionOf(locale),
    readOnly,
    maxLength: longestUnit[unit],
    value: draft.text,
    onBlur: draft.leave,
    onFocus,
    onChange: ({ target }: { target: { value: string } }) => draft.type(target.value),
  }
  const count = t('characters', { count: countGraphemes(draft.text, locale) })
  return (
    <div className="flex flex-col gap-1.5">
      {unit === 'body' ? (
        <TextArea {...field} rows={14} hint={t('bodyHint')} />
      ) : (
        <TextField {...field} hint={unit === 'preheader' ? `${count} · ${t('preheaderHint')}` : count} />
      )}
      <UnitIssues source={draft.text} issues={issues} onFix={readOnly ? undefined : onCommit} />
    </div>
  )
}
