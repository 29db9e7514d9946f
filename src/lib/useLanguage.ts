import { useTranslation } from 'react-i18next'

/** The language the interface speaks now; dates and names are formatted in it. */
export const useLanguage = () => useTranslation('ui').i18n.language
