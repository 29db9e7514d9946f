import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { faultOf } from './fault'

/** For places outside React, such as the toast every failed change ends in. */
export const errorText = (error: unknown) => i18next.t(`errors:${faultOf(error)}`)

export function useErrorText() {
  const { t } = useTranslation('errors')
  return (error: unknown) => t(faultOf(error))
}
