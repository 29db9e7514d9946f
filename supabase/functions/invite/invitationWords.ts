import { chooseLocale } from '../../../src/content/chooseLocale.ts'
import { directionOf } from '../../../src/content/locales.ts'

interface InvitationWords {
  subject: string
  body: string
  button: string
  note: string
}

const en: InvitationWords = {
  subject: 'You are invited to {workspace} on Perennial',
  body: 'You are invited to work on customer journeys in {workspace}.',
  button: 'Accept the invitation',
  note: 'The link works for this address only, once, for seven days. If you do not expect it, ignore this mail.',
}
const ro: InvitationWords = {
  subject: 'Ai fost invitat în {workspace} pe Perennial',
  body: 'Ai fost invitat să lucrezi la parcursurile clienților din {workspace}.',
  button: 'Acceptă invitația',
  note: 'Linkul funcționează doar pentru această adresă, o singură dată, timp de șapte zile. Dacă nu te așteptai la el, ignoră mesajul.',
}
const nl: InvitationWords = {
  subject: 'Je bent uitgenodigd voor {workspace} op Perennial',
  body: 'Je bent uitgenodigd om aan klantreizen in {workspace} te werken.',
  button: 'Uitnodiging aannemen',
  note: 'De link werkt alleen voor dit adres, één keer, zeven dagen lang. Verwacht je hem niet, negeer deze mail dan.',
}
const fi: InvitationWords = {
  subject: 'Sinut on kutsuttu työtilaan {workspace} Perennialissa',
  body: 'Sinut on kutsuttu työstämään asiakaspolkuja työtilassa {workspace}.',
  button: 'Hyväksy kutsu',
  note: 'Linkki toimii vain tällä osoitteella, kerran, seitsemän päivän ajan. Jos et odottanut sitä, jätä viesti huomiotta.',
}
const uz: InvitationWords = {
  subject: 'Siz Perennialdagi {workspace} ish maydoniga taklif qilindingiz',
  body: 'Siz {workspace} ish maydonida mijozlar yo‘llari ustida ishlashga taklif qilindingiz.',
  button: 'Taklifni qabul qilish',
  note: 'Havola faqat shu manzil uchun, bir marta, yetti kun davomida ishlaydi. Agar uni kutmagan bo‘lsangiz, xatga e’tibor bermang.',
}
const ar: InvitationWords = {
  subject: 'تمت دعوتك إلى {workspace} على Perennial',
  body: 'تمت دعوتك للعمل على رحلات العملاء في {workspace}.',
  button: 'قبول الدعوة',
  note: 'يعمل الرابط لهذا العنوان فقط، مرة واحدة، لمدة سبعة أيام. إذا لم تكن تتوقعه فتجاهل هذه الرسالة.',
}

const texts: Record<string, InvitationWords> = { en, ro, nl, fi, uz, ar }

/** The words of the invitation in the language asked for, English where it is not among ours. */
export function invitationWordsFor(wanted: string | undefined) {
  const locale = chooseLocale({ wanted, available: Object.keys(texts), source: 'en' }).locale ?? 'en'
  return { words: texts[locale] ?? en, locale, dir: directionOf(locale) }
}
