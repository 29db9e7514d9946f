import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, type Language, languageName, languages } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Menu, MenuChoice } from '@/ui/Menu'

export function LanguageMenu() {
  const { t, i18n } = useTranslation('auth')
  const language = languages.find((each) => each === i18n.language) ?? 'en'
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" icon={Languages} aria-label={t('language', { name: languageName(language) })}>
          {languageName(language)}
        </Button>
      }
    >
      <MenuChoice<Language>
        value={language}
        onChange={chooseLanguage}
        options={languages.map((code) => ({ value: code, label: languageName(code), lang: code }))}
      />
    </Menu>
  )
}
