import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { attributeNamesQuery, eventPropertiesQuery } from '@/data/eventNames'
import { localeName } from '../../content/locales'
import { type EmailText, type MessageUnit, messageUnits } from '../../content/message'
import { InsertVariable } from './InsertVariable'
import { UnitField, type UnitHandle } from './UnitField'
import { knownPaths, variablesOf } from './variables'

type TextFieldsProps = {
  locale: string
  hint: string | undefined
  text: EmailText
  onChange: (text: EmailText) => void
  workspaceId: string
  readOnly: boolean
}

export function TextFields({ locale, hint, text, onChange, workspaceId, readOnly }: TextFieldsProps) {
  const { i18n } = useTranslation('messages')
  const { data: attributes = [] } = useQuery(attributeNamesQuery(workspaceId))
  const { data: properties = [] } = useQuery(eventPropertiesQuery(workspaceId))
  const fields = useRef(new Map<MessageUnit, UnitHandle>())
  const lastUnit = useRef<MessageUnit>('body')
  const language = localeName(locale, i18n.language)
  return (
    <section aria-label={language} className="flex min-w-0 flex-col gap-4">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium text-sm">{language}</h3>
        {!readOnly && (
          <InsertVariable
            variables={variablesOf(attributes, properties)}
            onInsert={(liquid) => fields.current.get(lastUnit.current)?.insert(liquid)}
          />
        )}
      </div>
      {hint && <p className="text-muted text-xs">{hint}</p>}
      {messageUnits.map((unit) => (
        <UnitField
          key={unit}
          unit={unit}
          locale={locale}
          value={text[unit]}
          known={knownPaths(attributes)}
          readOnly={readOnly}
          onCommit={(value) => onChange({ ...text, [unit]: value })}
          onFocus={() => {
            lastUnit.current = unit
          }}
          ref={(handle) => {
            if (handle) fields.current.set(unit, handle)
          }}
        />
      ))}
    </section>
  )
}
