import { directionOf } from '@/lib/i18n'
import { useLanguage } from '@/lib/useLanguage'

/** Which way the reader reads, and so which way the picture runs. */
export const useDirection = () => directionOf(useLanguage())
