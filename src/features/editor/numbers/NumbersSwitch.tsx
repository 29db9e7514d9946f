import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/Button'
import { useNumbersSearch } from './useNumbersSearch'

export function NumbersSwitch() {
  const { t } = useTranslation('editor')
  const { shown, show } = useNumbersSearch()
  return (
    <Button
      icon={ChartNoAxesColumn}
      aria-pressed={shown}
      className={shown ? 'border-accent! bg-accent-soft! text-accent!' : ''}
      onClick={() => show(shown ? { numbers: undefined, locale: undefined, version: undefined } : { numbers: 1 })}
    >
      {t('numbers.switch')}
    </Button>
  )
}
