import { useTranslation } from 'react-i18next'

/** Words for a recorded reason. A reason the marketer wrote into an exit is already in their own words. */
export function useReasonText() {
  const { t, i18n } = useTranslation('contacts')
  return (code: string) => (i18n.exists(`contacts:reason.${code}`) ? t(`reason.${code}`) : code)
}
