import { useTranslation } from 'react-i18next'

export function OrLine() {
  const { t } = useTranslation('auth')
  return (
    <div className="flex items-center gap-3 text-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {t('or')}
    </div>
  )
}
