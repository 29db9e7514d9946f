import { chooseLocale } from '../../../src/content/chooseLocale.ts'
import { directionOf } from '../../../src/content/locales.ts'

/** What the system says in the mail that hands a task over; `{contact}`, `{date}` and `{workspace}` are places to fill. */
interface TaskWords {
  intro: string
  due: string
  button: string
  footer: string
}

const en: TaskWords = {
  intro: 'Something to do for {contact}:',
  due: 'Due {date}',
  button: 'Open the contact',
  footer: 'A journey of {workspace} handed this task to you.',
}
const ro: TaskWords = {
  intro: 'Ceva de făcut pentru {contact}:',
  due: 'Termen: {date}',
  button: 'Deschide contactul',
  footer: 'Un parcurs din {workspace} ți-a predat această sarcină.',
}
const nl: TaskWords = {
  intro: 'Iets te doen voor {contact}:',
  due: 'Uiterlijk {date}',
  button: 'Contact openen',
  footer: 'Een journey van {workspace} heeft je deze taak gegeven.',
}
const fi: TaskWords = {
  intro: 'Tehtävä, joka koskee kontaktia {contact}:',
  due: 'Määräaika: {date}',
  button: 'Avaa kontakti',
  footer: 'Työtilan {workspace} polku antoi tämän tehtävän sinulle.',
}
const uz: TaskWords = {
  intro: '{contact} uchun bajariladigan ish:',
  due: 'Muddat: {date}',
  button: 'Kontaktni ochish',
  footer: '{workspace} yoʻli bu topshiriqni sizga topshirdi.',
}
const ar: TaskWords = {
  intro: 'عمل يخص {contact}:',
  due: 'الموعد: {date}',
  button: 'فتح جهة الاتصال',
  footer: 'سلّمتك رحلة في {workspace} هذه المهمة.',
}

const texts: Record<string, TaskWords> = { en, ro, nl, fi, uz, ar }

/** The words in a language, English where it is not among ours. */
export function taskWordsFor(wanted: string) {
  const locale = chooseLocale({ wanted, available: Object.keys(texts), source: 'en' }).locale ?? 'en'
  return { words: texts[locale] ?? en, locale, dir: directionOf(locale) }
}
