import { ExternalLink, MailOpen } from 'lucide-react'
import { Trans, useTranslation } from 'react-i18next'
import { isEmbedded } from '@/lib/supabase'
import { Button } from '@/ui/Button'
import { buttonStyle } from '@/ui/buttonStyle'
import { IconTile } from '@/ui/IconTile'
import { AuthLayout } from './AuthLayout'

type CheckMailProps = { email: string; reason: 'link' | 'confirm'; onBack: () => void }

export function CheckMail({ email, reason, onBack }: CheckMailProps) {
  const { t } = useTranslation('auth')
  return (
    <AuthLayout title={t('checkMail.title')}>
      <div role="status" className="flex flex-col gap-5">
        <div className="flex items-start gap-3.5 rounded-md border border-line bg-surface p-4">
          <IconTile icon={MailOpen} tone="message" />
          <p className="min-w-0 text-sm [overflow-wrap:anywhere]">
            <Trans
              t={t}
              i18nKey={`checkMail.${reason}`}
              values={{ email }}
              components={{ address: <bdi className="font-medium" /> }}
            />
          </p>
        </div>
        {isEmbedded && (
          <a href="/mailbox" target="_blank" rel="noreferrer" className={buttonStyle('primary', 'lg')}>
            <ExternalLink aria-hidden className="size-4 rtl:-scale-x-100" />
            {t('checkMail.openMailbox')}
          </a>
        )}
        <Button variant="quiet" size="lg" onClick={onBack}>
          {t('checkMail.back')}
        </Button>
      </div>
    </AuthLayout>
  )
}
