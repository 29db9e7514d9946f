import { Clock, GitBranch, type LucideIcon, Mail, UserRoundPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconTile, type Purpose } from '@/ui/IconTile'

/** A small journey, only to be looked at: it says in one glance what this product is for. */
export function WelcomePicture() {
  const { t } = useTranslation('auth')
  return (
    <aside className="relative hidden flex-col items-center justify-center gap-12 overflow-hidden border-line border-s bg-surface p-12 lg:flex">
      <div
        aria-hidden
        className="pointer-events-none absolute inset-0 bg-[radial-gradient(var(--tone-line)_1px,transparent_1px)] bg-size-[20px_20px] opacity-70 [mask-image:radial-gradient(closest-side,black,transparent)]"
      />
      <div aria-hidden className="relative flex flex-col items-center">
        <Step icon={UserRoundPlus} tone="entry" text={t('picture.entry')} />
        <Line />
        <Step icon={Clock} tone="timing" text={t('picture.wait')} />
        <Line />
        <Step icon={GitBranch} tone="logic" text={t('picture.branch')} />
        <div className="h-6 w-60 border-line-strong/60 border-x border-t rounded-t-md mt-5 before:absolute before:-mt-5 before:h-5 before:border-s before:border-line-strong/60 before:start-1/2" />
        <div className="flex gap-4">
          <Step icon={Mail} tone="message" text={t('picture.first')} />
          <Step icon={Mail} tone="message" text={t('picture.second')} />
        </div>
      </div>
      <p className="relative max-w-sm text-balance text-center text-lg text-muted">{t('picture.line')}</p>
    </aside>
  )
}

const Line = () => <div className="h-6 w-px bg-line-strong/60" />

function Step({ icon, tone, text }: { icon: LucideIcon; tone: Purpose; text: string }) {
  return (
    <div className="flex w-56 items-center gap-3 rounded-md border border-line bg-raised p-2.5 shadow-card">
      <IconTile icon={icon} tone={tone} />
      <span className="min-w-0 truncate font-medium text-sm">{text}</span>
    </div>
  )
}
