import type { NodeWordsByLanguage } from '../nodeWords.ts'

/** All that the exit says. */
export const words: NodeWordsByLanguage = {
  en: {
    name: 'Exit',
    short: 'Ends the journey here',
    guide:
      'An exit ends the journey for a contact. A path without an exit ends too, but an exit can say why. Give different exits different reasons, such as “bought” and “lost”, and the statistics count them apart.',
    sentence: { blank: 'The journey ends here', reason: 'Ends: {{reason}}' },
    ports: {},
    problems: {},
    because: { exit: 'Came to an exit' },
    reason: 'Reason',
    reasonHint: 'A few words for the statistics, such as “bought again”.',
  },
  ro: {
    name: 'Ieșire',
    short: 'Încheie parcursul aici',
    guide:
      'O ieșire încheie parcursul pentru un contact. Și o ramură fără ieșire se încheie, dar o ieșire poate spune de ce. Dă ieșirilor motive diferite, cum ar fi „a cumpărat” și „pierdut”, iar statisticile le numără separat.',
    sentence: { blank: 'Parcursul se încheie aici', reason: 'Se încheie: {{reason}}' },
    ports: {},
    problems: {},
    because: { exit: 'A ajuns la o ieșire' },
    reason: 'Motiv',
    reasonHint: 'Câteva cuvinte pentru statistici, de exemplu „a cumpărat din nou”.',
  },
  nl: {
    name: 'Einde',
    short: 'Beëindigt de journey hier',
    guide:
      'Een einde sluit de journey af voor een contact. Een pad zonder einde stopt ook, maar een einde kan zeggen waarom. Geef elk einde een eigen reden, zoals “gekocht” en “afgehaakt”, dan tellen de statistieken ze apart.',
    sentence: { blank: 'De journey eindigt hier', reason: 'Eindigt: {{reason}}' },
    ports: {},
    problems: {},
    because: { exit: 'Bij een einde aangekomen' },
    reason: 'Reden',
    reasonHint: 'Een paar woorden voor de statistieken, zoals “opnieuw gekocht”.',
  },
  fi: {
    name: 'Poistuminen',
    short: 'Päättää polun tähän',
    guide:
      'Poistuminen päättää polun kontaktin osalta. Haara ilman poistumista päättyy sekin, mutta poistuminen voi kertoa syyn. Anna eri poistumisille eri syyt, kuten ”osti” ja ”menetetty”, niin tilastot laskevat ne erikseen.',
    sentence: { blank: 'Polku päättyy tähän', reason: 'Päättyy: {{reason}}' },
    ports: {},
    problems: {},
    because: { exit: 'Saapui poistumiseen' },
    reason: 'Syy',
    reasonHint: 'Muutama sana tilastoja varten, esimerkiksi ”osti uudelleen”.',
  },
  uz: {
    name: 'Chiqish',
    short: 'Yoʻlni shu yerda tugatadi',
    guide:
      'Chiqish kontakt uchun yoʻlni tugatadi. Chiqishsiz tarmoq ham tugaydi, lekin chiqish sababini ayta oladi. Har bir chiqishga oʻz sababini bering, masalan “sotib oldi” va “yoʻqotildi”, shunda statistika ularni alohida sanaydi.',
    sentence: { blank: 'Yoʻl shu yerda tugaydi', reason: 'Tugaydi: {{reason}}' },
    ports: {},
    problems: {},
    because: { exit: 'Chiqishga yetib keldi' },
    reason: 'Sabab',
    reasonHint: 'Statistika uchun bir necha soʻz, masalan “yana sotib oldi”.',
  },
  ar: {
    name: 'خروج',
    short: 'ينهي الرحلة هنا',
    guide:
      'يُنهي الخروج الرحلة لجهة الاتصال. وينتهي أيضًا كل مسار بلا خروج، لكن الخروج يذكر السبب. أعطِ كل خروج سببًا مختلفًا، مثل «اشترى» و«لم يعد مهتمًا»، لتَعُدّها الإحصاءات كلًّا على حدة.',
    sentence: { blank: 'تنتهي الرحلة هنا', reason: 'تنتهي: \u2068{{reason}}\u2069' },
    ports: {},
    problems: {},
    because: { exit: 'وصل إلى خروج' },
    reason: 'السبب',
    reasonHint: 'بضع كلمات للإحصاءات، مثل «اشترى من جديد».',
  },
}
