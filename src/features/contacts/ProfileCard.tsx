import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '@/data/contacts'
import { formatDate } from '@/lib/dates'
import { localeName } from '@/lib/localeNames'
import { useLanguage } from '@/lib/useLanguage'
import { Card } from '@/ui/Card'

export function ProfileCard({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const language = useLanguage()
  const attributes = Object.entries(contact.attributes).sort(([a], [b]) => a.localeCompare(b))
  return (
    <Card title={t('profile.title')}>
      <dl className="flex flex-col gap-2.5 text-sm">
        <Fact name={t('column.externalId')}>{contact.external_id && <bdi>{contact.external_id}</bdi>}</Fact>
        <Fact name={t('column.email')}>{contact.email && <bdi>{contact.email}</bdi>}</Fact>
        <Fact name={t('column.locale')}>{contact.locale && localeName(contact.locale, language)}</Fact>
        <Fact name={t('column.zone')}>{contact.time_zone && <bdi>{contact.time_zone.replaceAll('_', ' ')}</bdi>}</Fact>
        <Fact name={t('profile.since')}>{formatDate(contact.created_at, language)}</Fact>
      </dl>
      <h3 className="mt-5 mb-2 border-line border-t pt-4 font-semibold text-sm">{t('profile.attributes')}</h3>
      {attributes.length === 0 && <p className="text-muted text-sm">{t('profile.noAttributes')}</p>}
      <dl className="flex flex-col gap-2.5 text-sm">
        {attributes.map(([name, value]) => (
          <Fact key={name} name={<bdi className="font-mono text-xs">{name}</bdi>}>
            <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
          </Fact>
        ))}
      </dl>
    </Card>
  )
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('contacts')
  return (
    <div className="grid grid-cols-[5.75rem_minmax(0,1fr)] gap-2">
      <dt className="text-muted [overflow-wrap:anywhere]">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children || <span className="text-muted">{t('unknown')}</span>}</dd>
    </div>
  )
}
