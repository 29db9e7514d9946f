import { useTranslation } from 'react-i18next'
import { useErrorText } from '@/lib/useErrorText'
import { Notice } from '@/ui/Notice'
import { refusalOf } from './accountForm'

export function AccountError({ error }: { error: unknown }) {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  if (!error) return null
  const refusal = refusalOf(error)
  return <Notice tone="danger">{refusal ? t(`refusal.${refusal}`) : errorText(error)}</Notice>
}
