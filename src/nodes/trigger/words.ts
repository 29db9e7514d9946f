import type { NodeWordsByLanguage } from '../nodeWords.ts'

/** All that the trigger says. */
export const words: NodeWordsByLanguage = {
  en: {
    name: 'Trigger',
    short: 'Lets contacts in when something happens',
    guide:
      'A trigger is the door of the journey. Every contact who does the event enters at that moment, one enrollment each. Add conditions when only some of the events count, such as orders above a sum. Give a key property when one contact may run the journey several times side by side, for instance once per appointment.',
    sentence: {
      blank: 'Choose the event that starts the journey',
      event: 'When {{event}} happens',
      filtered_one: 'When {{event}} happens, with {{count}} condition',
      filtered_other: 'When {{event}} happens, with {{count}} conditions',
    },
    ports: { next: 'Entered' },
    problems: {
      'trigger.noEvent': 'Choose the event that lets contacts in. Until then nobody can enter.',
      'trigger.emptyCondition': 'A condition on the event has no value yet. Give one, or remove the condition.',
    },
    because: { entered: 'Entered the journey' },
    event: 'When this event happens',
    eventHint: 'Events arrive from your website, app or shop. Choose one already received, or type a name.',
    advanced: 'Advanced',
    key: 'Key property',
    keyHint: 'One run per value of this property, side by side. Leave empty for one run per contact.',
  },
  ro: {
    name: 'Declanșator',
    short: 'Primește contacte când se întâmplă ceva',
    guide:
      'Declanșatorul este ușa parcursului. Fiecare contact care face evenimentul intră chiar atunci, cu câte o înscriere. Adaugă condiții dacă doar unele evenimente contează, de exemplu comenzile peste o sumă. Indică o proprietate-cheie dacă același contact poate trece de mai multe ori în paralel, de pildă o dată pentru fiecare programare.',
    sentence: {
      blank: 'Alege evenimentul care pornește parcursul',
      event: 'Când are loc {{event}}',
      filtered_one: 'Când are loc {{event}}, cu {{count}} condiție',
      filtered_few: 'Când are loc {{event}}, cu {{count}} condiții',
      filtered_other: 'Când are loc {{event}}, cu {{count}} de condiții',
    },
    ports: { next: 'Intrate' },
    problems: {
      'trigger.noEvent': 'Alege evenimentul prin care intră contactele. Până atunci nu poate intra nimeni.',
      'trigger.emptyCondition': 'O condiție pentru eveniment nu are încă valoare. Scrie una sau elimină condiția.',
    },
    because: { entered: 'A intrat în parcurs' },
    event: 'Când are loc acest eveniment',
    eventHint: 'Evenimentele vin din site, aplicație sau magazin. Alege unul deja primit sau scrie un nume.',
    advanced: 'Avansat',
    key: 'Proprietate-cheie',
    keyHint:
      'Câte o trecere pentru fiecare valoare a proprietății, în paralel. Lasă gol pentru una singură pe contact.',
  },
  nl: {
    name: 'Trigger',
    short: 'Laat contacten binnen als er iets gebeurt',
    guide:
      'Een trigger is de deur van de journey. Elk contact dat de gebeurtenis uitvoert, komt op dat moment binnen. Voeg voorwaarden toe als alleen sommige gebeurtenissen tellen, zoals bestellingen boven een bedrag. Geef een sleuteleigenschap op als één contact de journey meerdere keren naast elkaar mag doorlopen, bijvoorbeeld één keer per afspraak.',
    sentence: {
      blank: 'Kies de gebeurtenis waarmee de journey begint',
      event: 'Wanneer {{event}} gebeurt',
      filtered_one: 'Wanneer {{event}} gebeurt, met {{count}} voorwaarde',
      filtered_other: 'Wanneer {{event}} gebeurt, met {{count}} voorwaarden',
    },
    ports: { next: 'Binnengekomen' },
    problems: {
      'trigger.noEvent': 'Kies de gebeurtenis die contacten binnenlaat. Tot dan kan niemand binnenkomen.',
      'trigger.emptyCondition':
        'Een voorwaarde voor de gebeurtenis heeft nog geen waarde. Geef er een, of verwijder de voorwaarde.',
    },
    because: { entered: 'De journey binnengekomen' },
    event: 'Wanneer deze gebeurtenis plaatsvindt',
    eventHint: 'Gebeurtenissen komen uit je website, app of winkel. Kies een ontvangen gebeurtenis of typ een naam.',
    advanced: 'Geavanceerd',
    key: 'Sleuteleigenschap',
    keyHint: 'Eén doorloop per waarde van deze eigenschap, naast elkaar. Laat leeg voor één per contact.',
  },
  fi: {
    name: 'Laukaisin',
    short: 'Päästää kontaktit sisään, kun jotain tapahtuu',
    guide:
      'Laukaisin on polun ovi. Jokainen kontakti, joka tekee tapahtuman, tulee polulle sillä hetkellä. Lisää ehtoja, jos vain osa tapahtumista lasketaan, esimerkiksi tietyn summan ylittävät tilaukset. Anna avainominaisuus, jos sama kontakti voi kulkea polun useita kertoja rinnakkain, vaikkapa kerran jokaista ajanvarausta kohti.',
    sentence: {
      blank: 'Valitse tapahtuma, josta polku alkaa',
      event: 'Kun tapahtuu {{event}}',
      filtered_one: 'Kun tapahtuu {{event}}, {{count}} ehto',
      filtered_other: 'Kun tapahtuu {{event}}, {{count}} ehtoa',
    },
    ports: { next: 'Tulleet' },
    problems: {
      'trigger.noEvent': 'Valitse tapahtuma, joka päästää kontaktit sisään. Sitä ennen kukaan ei pääse polulle.',
      'trigger.emptyCondition': 'Tapahtuman ehdolla ei ole vielä arvoa. Anna arvo tai poista ehto.',
    },
    because: { entered: 'Tuli polulle' },
    event: 'Kun tämä tapahtuma tapahtuu',
    eventHint: 'Tapahtumat tulevat sivustoltasi, sovelluksestasi tai kaupastasi. Valitse jo saatu tai kirjoita nimi.',
    advanced: 'Lisäasetukset',
    key: 'Avainominaisuus',
    keyHint: 'Yksi kulku ominaisuuden arvoa kohti, rinnakkain. Jätä tyhjäksi, jos kontaktilla on vain yksi kulku.',
  },
  uz: {
    name: 'Trigger',
    short: 'Biror narsa sodir boʻlganda kontaktlarni kiritadi',
    guide:
      'Trigger — yoʻlning eshigi. Hodisani bajargan har bir kontakt oʻsha lahzada kiradi. Faqat ayrim hodisalar hisobga olinsa, shart qoʻshing, masalan maʼlum summadan katta buyurtmalar. Bitta kontakt yoʻlni yonma-yon bir necha marta oʻtishi mumkin boʻlsa, kalit xususiyatni koʻrsating, masalan har bir qabul uchun bir marta.',
    sentence: {
      blank: 'Yoʻlni boshlaydigan hodisani tanlang',
      event: '{{event}} sodir boʻlganda',
      filtered_one: '{{event}} sodir boʻlganda, {{count}} ta shart bilan',
      filtered_other: '{{event}} sodir boʻlganda, {{count}} ta shart bilan',
    },
    ports: { next: 'Kirganlar' },
    problems: {
      'trigger.noEvent': 'Kontaktlarni kiritadigan hodisani tanlang. Ungacha hech kim kira olmaydi.',
      'trigger.emptyCondition': 'Hodisa shartining hali qiymati yoʻq. Qiymat bering yoki shartni olib tashlang.',
    },
    because: { entered: 'Yoʻlga kirdi' },
    event: 'Shu hodisa sodir boʻlganda',
    eventHint: 'Hodisalar sayt, ilova yoki doʻkoningizdan keladi. Qabul qilinganini tanlang yoki nomini yozing.',
    advanced: 'Qoʻshimcha',
    key: 'Kalit xususiyat',
    keyHint: 'Xususiyatning har bir qiymatiga yonma-yon bittadan oʻtish. Har kontaktga bitta boʻlsa, boʻsh qoldiring.',
  },
  ar: {
    name: 'المُشغِّل',
    short: 'يُدخل جهات الاتصال عند وقوع حدث',
    guide:
      'المُشغِّل هو باب الرحلة. تدخل كل جهة اتصال تنفّذ الحدث في تلك اللحظة. أضِف شروطًا إذا كانت بعض الأحداث فقط هي المعتبرة، مثل الطلبات التي تتجاوز مبلغًا معيّنًا. وحدِّد خاصية مفتاحية إذا جاز أن تمرّ جهة الاتصال نفسها بالرحلة عدة مرات في آن واحد، مثلًا مرة لكل موعد.',
    sentence: {
      blank: 'اختر الحدث الذي تبدأ به الرحلة',
      event: 'عند وقوع \u2068{{event}}\u2069',
      filtered_zero: 'عند وقوع \u2068{{event}}\u2069، بلا شروط',
      filtered_one: 'عند وقوع \u2068{{event}}\u2069، بشرط واحد',
      filtered_two: 'عند وقوع \u2068{{event}}\u2069، بشرطين',
      filtered_few: 'عند وقوع \u2068{{event}}\u2069، مع {{count}} شروط',
      filtered_many: 'عند وقوع \u2068{{event}}\u2069، مع {{count}} شرطًا',
      filtered_other: 'عند وقوع \u2068{{event}}\u2069، مع {{count}} شرط',
    },
    ports: { next: 'الداخلون' },
    problems: {
      'trigger.noEvent': 'اختر الحدث الذي يُدخل جهات الاتصال. لا يمكن لأحد الدخول قبل ذلك.',
      'trigger.emptyCondition': 'لأحد شروط الحدث قيمة ناقصة. أدخلها أو أزِل الشرط.',
    },
    because: { entered: 'دخل الرحلة' },
    event: 'عند وقوع هذا الحدث',
    eventHint: 'تصل الأحداث من موقعك أو تطبيقك أو متجرك. اختر حدثًا ورد من قبل أو اكتب اسمه.',
    advanced: 'خيارات متقدمة',
    key: 'الخاصية المفتاحية',
    keyHint: 'مرور واحد لكل قيمة من قيم هذه الخاصية في آن واحد. اتركها فارغة لمرور واحد لكل جهة اتصال.',
  },
}
