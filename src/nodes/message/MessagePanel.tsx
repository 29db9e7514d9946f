import { Eye, PenLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import type { Problem } from '../../engine/problem'
import { DraftField } from '../fields/DraftField'
import { OwnProblems } from '../fields/OwnProblems'
import type { PanelProps } from '../nodeView'
import { AudienceFields } from './AudienceFields'
import { LocaleChips } from './LocaleChips'
import type { MessageTab } from './MessageDialog'
import type { MessageData } from './message'

/** Liquid and the renderer come with the dialog, so that a canvas opens without them. */
const MessageDialog = lazy(() => import('./MessageDialog').then((module) => ({ default: module.MessageDialog })))

export function MessagePanel({ data, onChange, problems, context }: PanelProps<MessageData>) {
  const { t } = useTranslation('node.message')
  // Stays mounted once it was open, so that closing gives the focus back to the button.
  const [dialog, setDialog] = useState<{ tab: MessageTab; open: boolean } | null>(null)
  const show = (tab: MessageTab) => setDialog({ tab, open: true })
  return (
    <div className="flex flex-col gap-5">
      <DraftField
        label={t('field')}
        hint={t('nameHint')}
        maxLength={200}
        disabled={context.readOnly}
        value={data.name}
        onCommit={(name) => onChange({ ...data, name: name.trim() })}
      />
      <section aria-label={t('languages')} className="flex flex-col gap-2">
        <h3 className="font-medium text-sm">{t('languages')}</h3>
        <OwnProblems type="message" problems={blocking(problems)} />
        <LocaleChips content={data.content} locales={context.locales} />
        <div className="flex flex-wrap gap-2 pt-1">
          <Button variant="primary" icon={PenLine} onClick={() => show('write')}>
            {t('write')}
          </Button>
          <Button icon={Eye} onClick={() => show('preview')}>
            {t('preview')}
          </Button>
        </div>
      </section>
      <AudienceFields data={data} onChange={onChange} context={context} />
      {dialog && (
        <Suspense>
          <MessageDialog
            open={dialog.open}
            tab={dialog.tab}
            onTab={show}
            onClose={() => setDialog({ ...dialog, open: false })}
            name={data.name}
            content={data.content}
            onChange={(content) => onChange({ ...data, content })}
            context={context}
          />
        </Suspense>
      )}
    </div>
  )
}

/** What only warns, a language still missing, the chips say in fewer words. */
const blocking = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'blocks')
