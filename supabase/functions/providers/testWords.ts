import { chooseLocale } from '../../../src/content/chooseLocale.ts'
import { directionOf } from '../../../src/content/locales.ts'

interface TestWords {
  subject: string
  body: string
}

const en: TestWords = {
  subject: 'It works: a test from Perennial',
  body: 'This mail came through the sending provider of {workspace}. Messages of journeys can go the same way.',
}
const texts: Record<string, TestWords> = {
  en,
  ro: {
    subject: 'Funcționează: un test de la Perennial',
    body: 'Acest mesaj a venit prin furnizorul de trimitere al spațiului {workspace}. Mesajele parcursurilor pot merge pe aceeași cale.',
  },
  nl: {
    subject: 'Het werkt: een test van Perennial',
    body: 'Deze mail kwam via de verzendprovider van {workspace}. Berichten van klantreizen kunnen dezelfde weg nemen.',
  },
  fi: {
    subject: 'Se toimii: testi Perennialista',
    body: 'Tämä viesti tuli työtilan {workspace} lähetyspalvelun kautta. Asiakaspolkujen viestit voivat kulkea samaa reittiä.',
  },
  uz: {
    subject: 'Ishlayapti: Perennialdan sinov xati',
    body: 'Bu xat {workspace} ish maydonining yuborish provayderi orqali keldi. Yo‘llarning xabarlari ham shu yo‘l bilan borishi mumkin.',
  },
  ar: {
    subject: 'يعمل: رسالة تجريبية من Perennial',
    body: 'وصلت هذه الرسالة عبر مزوّد الإرسال الخاص بـ {workspace}. يمكن لرسائل الرحلات أن تسلك الطريق نفسه.',
  },
}

/** The words of the test mail in the language asked for, English where it is not among ours. */
export function testWordsFor(wanted: string | undefined) {
  const locale = chooseLocale({ wanted, available: Object.keys(texts), source: 'en' }).locale ?? 'en'
  return { words: texts[locale] ?? en, locale, dir: directionOf(locale) }
}
