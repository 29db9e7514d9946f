import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { CircleUserRound, Languages, LogOut, SunMoon } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery, useSignOut } from '@/data/session'
import { chooseLanguage, type Language, languageName, languages } from '@/lib/i18n'
import { chooseTheme, readTheme, subscribeTheme, themeChoices } from '@/lib/theme'
import { cx } from '@/ui/cx'
import { Menu, MenuChoice, MenuItem, MenuSeparator, SubMenu } from '@/ui/Menu'

export function UserMenu({ narrow }: { narrow: boolean }) {
  const { t, i18n } = useTranslation('app')
  const { data: session } = useQuery(sessionQuery)
  const theme = useSyncExternalStore(subscribeTheme, readTheme)
  const signOut = useSignOut()
  const navigate = useNavigate()
  // The next person to sign in here should not land on a page of this one.
  const leave = () =>
    signOut.mutateAsync().then(
      () => navigate({ to: '/sign-in' }),
      () => undefined,
    )
  const language = languages.find((each) => each === i18n.language) ?? 'en'
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={narrow ? t('user.menu') : undefined}
          className={cx(
            'flex h-8 min-w-0 items-center gap-2 rounded-sm text-muted text-sm hover:bg-subtle hover:text-ink data-popup-open:bg-subtle',
            narrow ? 'w-8 justify-center' : 'flex-1 px-2',
          )}
        >
          <CircleUserRound aria-hidden className="size-4 shrink-0" />
          {!narrow && (
            <span dir="ltr" className="truncate">
              <span className="sr-only">{t('user.menu')}: </span>
              {session?.user.email}
            </span>
          )}
        </button>
      }
    >
      <p dir="ltr" className="max-w-64 truncate px-2 pt-1.5 pb-1 text-muted text-xs rtl:text-end">
        {session?.user.email}
      </p>
      <SubMenu label={t('user.language')} icon={Languages}>
        <MenuChoice<Language>
          value={language}
          onChange={chooseLanguage}
          options={languages.map((code) => ({ value: code, label: languageName(code), lang: code }))}
        />
      </SubMenu>
      <SubMenu label={t('user.theme')} icon={SunMoon}>
        <MenuChoice
          value={theme}
          onChange={chooseTheme}
          options={themeChoices.map((choice) => ({ value: choice, label: t(`theme.${choice}`) }))}
        />
      </SubMenu>
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={leave}>
        {t('user.signOut')}
      </MenuItem>
    </Menu>
  )
}
