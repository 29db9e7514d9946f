import i18next, { type i18n, type ResourceLanguage } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { NodeWordsByLanguage } from '../nodes/nodeWords.ts'
import { clockText } from './clockText'
import { formatDateTime } from './dates'
import { durationText } from './durationText'
import { listText } from './listText'
import { weekdaysText } from './weekdayNames'

export const languages = ['en', 'ro', 'nl', 'fi', 'uz', 'ar'] as const
export type Language = (typeof languages)[number]

const STORED_AS = 'perennial.language'
const files = import.meta.glob<ResourceLanguage[string]>('../locales/*/*.json', { import: 'default' })
const nodeFiles = import.meta.glob<NodeWordsByLanguage>('../nodes/*/words.ts', { import: 'words' })

/** Each in itself, so that everybody finds their own. Not from `Intl`: Chromium does not know what Uzbek is called. */
const ownNames: Record<Language, string> = {
  en: 'English',
  ro: 'Română',
  nl: 'Nederlands',
  fi: 'Suomi',
  uz: 'Oʻzbekcha',
  ar: 'العربية',
}

export const languageName = (language: Language) => ownNames[language]

export const directionOf = (language: string): 'ltr' | 'rtl' => (i18next.dir(language) === 'rtl' ? 'rtl' : 'ltr')

export function detectLanguage(): Language {
  const wanted = [localStorage.getItem(STORED_AS), ...navigator.languages]
  const known = wanted.map((tag) => languages.find((language) => language === tag?.split('-')[0]?.toLowerCase()))
  return known.find((language) => language !== undefined) ?? 'en'
}

/** Loads the words first, so that the screen goes from one complete language to another and never shows a bare key. */
export async function chooseLanguage(language: Language) {
  await loadWords(i18next, language)
  await i18next.changeLanguage(language)
  localStorage.setItem(STORED_AS, language)
}

export async function startI18n(language: Language = detectLanguage()) {
  i18next.on('languageChanged', (lng) => {
    document.documentElement.lang = lng
    document.documentElement.dir = directionOf(lng)
  })
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  const { formatter } = i18next.services
  formatter?.add('duration', (iso, lng) => durationText(String(iso), lng ?? language))
  formatter?.add('clock', (time, lng) => clockText(String(time), lng ?? language))
  // A local time is what it says, whatever zone the reader is in.
  formatter?.add('wall', (local, lng) => formatDateTime(String(local), lng ?? language))
  formatter?.add('weekdays', (days, lng) => weekdaysText(days, lng ?? language))
  formatter?.add('and', (parts, lng) => listText(parts, 'conjunction', lng ?? language))
  formatter?.add('or', (parts, lng) => listText(parts, 'disjunction', lng ?? language))
  await loadWords(i18next, language)
}

async function loadWords(instance: i18n, language: Language) {
  const mine = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  const add = async (namespace: string, load: () => Promise<ResourceLanguage[string]>) => {
    if (!instance.hasResourceBundle(language, namespace)) instance.addResourceBundle(language, namespace, await load())
  }
  await Promise.all([
    ...mine.map(([path, load]) => add(path.slice(path.lastIndexOf('/') + 1, -'.json'.length), load)),
    ...Object.entries(nodeFiles).map(([path, load]) =>
      add(`node.${path.split('/').at(-2)}`, async () => (await load())[language]),
    ),
  ])
}
