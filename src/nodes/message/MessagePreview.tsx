import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { workspaceLocalesQuery } from '@/data/workspaceLocales'
import { workspacesQuery } from '@/data/workspaces'
import { SelectField } from '@/ui/SelectField'
import type { EmailContent } from '../../content/message'
import type { PanelContext } from '../nodeView'
import { ChosenText } from './ChosenText'
import { ContactPicker } from './ContactPicker'
import { LocalePreviewCard } from './LocalePreviewCard'
import { type MailWidth, mailWidths } from './MailFrame'
import { type LocalePreview, previewMessage } from './previewMessage'
import { usePreviewContact } from './usePreviewContact'

export function MessagePreview({ content, context }: { content: EmailContent; context: PanelContext }) {
  const { t } = useTranslation('messages')
  const { workspaceId, sourceLocale, zone, locales } = context
  const [width, setWidth] = useState<MailWidth>('desktop')
  const { contact, event, choice, choose, search, options } = usePreviewContact(workspaceId, sourceLocale)
  const { data: known = [] } = useQuery(workspaceLocalesQuery(workspaceId))
  const { data: workspaces = [] } = useQuery(workspacesQuery)
  const name = workspaces.find(({ id }) => id === workspaceId)?.name ?? ''
  const { gets, previews } = previewMessage({
    content,
    contact,
    event,
    workspace: { name, sourceLocale, zone },
    locales: locales.map((locale) => known.find((each) => each.locale === locale) ?? { locale, ...noFallbacks }),
  })
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <ContactPicker value={choice} onChange={choose} onSearch={search} options={options} />
        <SelectField
          label={t('width')}
          value={width}
          onChange={setWidth}
          options={mailWidths.map((each) => ({ value: each, label: t(`widths.${each}`) }))}
        />
      </div>
      <ChosenText gets={gets} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section aria-label={t('previews')} tabIndex={0} className="overflow-x-auto pb-3">
        <ul className="flex w-max items-start gap-4">
          {previews.toSorted(chosenFirst(gets.locale)).map((preview) => (
            <LocalePreviewCard
              key={preview.locale}
              preview={preview}
              sender={name}
              width={width}
              isChosen={gets.locale === preview.locale}
            />
          ))}
        </ul>
      </section>
    </div>
  )
}

/** What the contact gets should be seen without scrolling; the others keep the workspace's order. */
const chosenFirst = (chosen: string | null) => (a: LocalePreview, b: LocalePreview) =>
  Number(b.locale === chosen) - Number(a.locale === chosen)

const noFallbacks = { fallbacks: [], time_zone: null }
