import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directionOf, localeName } from '@/content/locales'
import type { EmailContent } from '@/content/message'
import { workspaceLocalesQuery } from '@/data/workspaceLocales'
import { workspacesQuery } from '@/data/workspaces'
import { ChosenText } from '@/nodes/message/ChosenText'
import { InboxLine } from '@/nodes/message/InboxLine'
import { MailFrame } from '@/nodes/message/MailFrame'
import { message } from '@/nodes/message/message'
import { contactsMail, type PreviewContact } from '@/nodes/message/previewMessage'
import { Button } from '@/ui/Button'
import { useEditor, useEditorState } from '../store/EditorContext'
import { valuesOf } from './trial'

type ReadMailProps = { data: unknown; contact: PreviewContact; isLast: boolean }

/** The mail as this contact would read it; open while the simulation stands here, and whenever the reader wants. */
export function ReadMail({ data, contact, isLast }: ReadMailProps) {
  const { t } = useTranslation('simulator')
  const [wanted, setWanted] = useState<boolean>()
  const parsed = message.data.safeParse(data)
  const isOpen = wanted ?? isLast
  if (!parsed.success) return null
  return (
    <div className="mt-1 flex flex-col gap-2">
      <Button
        variant="quiet"
        size="sm"
        icon={ChevronRight}
        aria-expanded={isOpen}
        className={`-ms-2.5 self-start ${isOpen ? '[&>svg]:rotate-90' : 'rtl:[&>svg]:rotate-180'}`}
        onClick={() => setWanted(!isOpen)}
      >
        {t('mail')}
      </Button>
      {isOpen && <Mail content={parsed.data.content} contact={contact} />}
    </div>
  )
}

function Mail({ content, contact }: { content: EmailContent; contact: PreviewContact }) {
  const { t, i18n } = useTranslation('simulator')
  const { world } = useEditor()
  const entry = useEditorState(({ trial }) => trial.entry)
  const { data: locales = [] } = useQuery(workspaceLocalesQuery(world.workspaceId))
  const { data: workspaces = [] } = useQuery(workspacesQuery)
  const name = workspaces.find(({ id }) => id === world.workspaceId)?.name ?? ''
  const { gets, mail } = contactsMail({
    content,
    contact,
    event: valuesOf(entry),
    workspace: { name, sourceLocale: world.check.sourceLocale, zone: world.zone },
    locales,
  })
  return (
    <>
      <ChosenText gets={gets} />
      {mail && gets.locale !== null && (
        <>
          <InboxLine
            sender={name}
            subject={mail.subject}
            preheader={mail.preheader}
            locale={gets.locale}
            dir={directionOf(gets.locale)}
          />
          <MailFrame mail={mail} title={t('mailIn', { language: localeName(gets.locale, i18n.language) })} />
        </>
      )}
    </>
  )
}
