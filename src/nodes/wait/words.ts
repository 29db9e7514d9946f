import type { NodeWordsByLanguage } from '../nodeWords.ts'

/** All that the wait says. */
export const words: NodeWordsByLanguage = {
  en: {
    name: 'Wait',
    short: 'Holds contacts for a time or until an event',
    guide:
      'Use a wait to give people time. “For a time” counts from the moment a contact arrives here; days keep their local time of day. “Until an event” lets a contact go on at once when the event happens, and by the other path when the time is over first. An event from before the arrival does not count.',
    sentence: {
      duration: 'Wait {{lasting, duration}}',
      event: 'Wait until {{event}}, at most {{atMost, duration}}',
      blank: 'Wait until an event: choose which',
    },
    ports: { next: 'Time over', happened: 'Happened', timeout: 'Not in time' },
    problems: {
      'wait.noEvent': 'Choose the event to wait for, or wait for a fixed time instead.',
      'wait.emptyCondition': 'A condition on the event has no value yet. Give one, or remove the condition.',
    },
    because: { timeElapsed: 'The time was over', happened: 'The event happened', timeout: 'It did not happen in time' },
    until: 'What to wait for',
    kind: { duration: 'For a time', event: 'Until an event happens' },
    lasting: 'How long',
    event: 'Event',
    atMost: 'At most',
    atMostHint: 'After this time a contact goes on by “{{port}}”.',
  },
  ro: {
    name: 'Așteptare',
    short: 'Ține contactele un timp sau până la un eveniment',
    guide:
      'Folosește o așteptare ca să le dai oamenilor timp. „Un timp anume” se numără din clipa în care contactul ajunge aici; zilele păstrează ora locală. „Până la un eveniment” lasă contactul să meargă mai departe imediat ce are loc evenimentul, iar dacă timpul trece înainte, pe cealaltă ramură. Un eveniment dinainte de sosire nu contează.',
    sentence: {
      duration: 'Așteaptă {{lasting, duration}}',
      event: 'Așteaptă {{event}}, cel mult {{atMost, duration}}',
      blank: 'Așteaptă un eveniment: alege care',
    },
    ports: { next: 'Timp trecut', happened: 'S-a întâmplat', timeout: 'Nu la timp' },
    problems: {
      'wait.noEvent': 'Alege evenimentul așteptat sau așteaptă un timp fix.',
      'wait.emptyCondition': 'O condiție pentru eveniment nu are încă valoare. Scrie una sau elimină condiția.',
    },
    because: {
      timeElapsed: 'Timpul a trecut',
      happened: 'Evenimentul a avut loc',
      timeout: 'Nu s-a întâmplat la timp',
    },
    until: 'Ce așteaptă',
    kind: { duration: 'Un timp anume', event: 'Până la un eveniment' },
    lasting: 'Cât timp',
    event: 'Eveniment',
    atMost: 'Cel mult',
    atMostHint: 'După acest timp contactul merge mai departe prin „{{port}}”.',
  },
  nl: {
    name: 'Wachten',
    short: 'Houdt contacten een tijd vast of tot een gebeurtenis',
    guide:
      'Gebruik wachten om mensen tijd te geven. “Een vaste tijd” telt vanaf het moment dat een contact hier aankomt; dagen houden hun lokale tijdstip. “Tot een gebeurtenis” laat een contact meteen doorgaan als de gebeurtenis plaatsvindt, en via het andere pad als de tijd eerst om is. Een gebeurtenis van vóór de aankomst telt niet.',
    sentence: {
      duration: 'Wacht {{lasting, duration}}',
      event: 'Wacht op {{event}}, hooguit {{atMost, duration}}',
      blank: 'Wacht op een gebeurtenis: kies welke',
    },
    ports: { next: 'Tijd om', happened: 'Gebeurd', timeout: 'Niet op tijd' },
    problems: {
      'wait.noEvent': 'Kies de gebeurtenis waarop gewacht wordt, of wacht een vaste tijd.',
      'wait.emptyCondition':
        'Een voorwaarde voor de gebeurtenis heeft nog geen waarde. Geef er een, of verwijder de voorwaarde.',
    },
    because: {
      timeElapsed: 'De tijd was om',
      happened: 'De gebeurtenis vond plaats',
      timeout: 'Gebeurde niet op tijd',
    },
    until: 'Waarop wachten',
    kind: { duration: 'Een vaste tijd', event: 'Tot een gebeurtenis' },
    lasting: 'Hoe lang',
    event: 'Gebeurtenis',
    atMost: 'Hooguit',
    atMostHint: 'Na deze tijd gaat een contact verder via “{{port}}”.',
  },
  fi: {
    name: 'Odotus',
    short: 'Pitää kontaktit hetken tai tapahtumaan asti',
    guide:
      'Anna odotuksella ihmisille aikaa. ”Tietty aika” lasketaan hetkestä, jolloin kontakti saapuu tähän; päivät säilyttävät paikallisen kellonajan. ”Tapahtumaan asti” päästää kontaktin heti eteenpäin, kun tapahtuma tapahtuu, ja toista haaraa, jos aika loppuu ensin. Ennen saapumista tapahtunutta ei lasketa.',
    sentence: {
      duration: 'Odota {{lasting, duration}}',
      event: 'Odota, kunnes tapahtuu {{event}}, enintään {{atMost, duration}}',
      blank: 'Odota tapahtumaa: valitse mitä',
    },
    ports: { next: 'Aika kului', happened: 'Tapahtui', timeout: 'Ei ajoissa' },
    problems: {
      'wait.noEvent': 'Valitse odotettava tapahtuma tai odota tietty aika.',
      'wait.emptyCondition': 'Tapahtuman ehdolla ei ole vielä arvoa. Anna arvo tai poista ehto.',
    },
    because: { timeElapsed: 'Aika kului', happened: 'Tapahtuma tapahtui', timeout: 'Ei tapahtunut ajoissa' },
    until: 'Mitä odotetaan',
    kind: { duration: 'Tietty aika', event: 'Tapahtumaan asti' },
    lasting: 'Kuinka kauan',
    event: 'Tapahtuma',
    atMost: 'Enintään',
    atMostHint: 'Tämän ajan jälkeen kontakti jatkaa haaraa ”{{port}}”.',
  },
  uz: {
    name: 'Kutish',
    short: 'Kontaktlarni bir muddat yoki hodisagacha ushlab turadi',
    guide:
      'Odamlarga vaqt berish uchun kutishdan foydalaning. “Maʼlum muddat” kontakt bu yerga yetib kelgan lahzadan sanaladi; kunlar mahalliy soatni saqlaydi. “Hodisagacha” hodisa sodir boʻlishi bilan kontaktni darhol oʻtkazadi, muddat oldin tugasa, boshqa tarmoqdan yuboradi. Yetib kelishdan oldingi hodisa hisobga olinmaydi.',
    sentence: {
      duration: '{{lasting, duration}} kutish',
      event: '{{event}} boʻlguncha kutish, koʻpi bilan {{atMost, duration}}',
      blank: 'Hodisani kutish: qaysiligini tanlang',
    },
    ports: { next: 'Muddat tugadi', happened: 'Sodir boʻldi', timeout: 'Ulgurmadi' },
    problems: {
      'wait.noEvent': 'Kutiladigan hodisani tanlang yoki maʼlum muddat kuting.',
      'wait.emptyCondition': 'Hodisa shartining hali qiymati yoʻq. Qiymat bering yoki shartni olib tashlang.',
    },
    because: {
      timeElapsed: 'Muddat tugadi',
      happened: 'Hodisa sodir boʻldi',
      timeout: 'Muddat ichida sodir boʻlmadi',
    },
    until: 'Nima kutiladi',
    kind: { duration: 'Maʼlum muddat', event: 'Hodisagacha' },
    lasting: 'Qancha vaqt',
    event: 'Hodisa',
    atMost: 'Koʻpi bilan',
    atMostHint: 'Bu muddatdan keyin kontakt “{{port}}” orqali davom etadi.',
  },
  ar: {
    name: 'انتظار',
    short: 'يُبقي جهات الاتصال مدةً أو حتى وقوع حدث',
    guide:
      'استخدم الانتظار لتمنح الناس وقتًا. تُحسب «مدة محددة» من لحظة وصول جهة الاتصال إلى هنا، وتحافظ الأيام على التوقيت المحلي. أما «حتى وقوع حدث» فتتابع جهة الاتصال فور وقوعه، أو تسلك المسار الآخر إذا انتهت المدة أولًا. ولا يُحتسب حدث وقع قبل الوصول.',
    sentence: {
      duration: 'مدة الانتظار: {{lasting, duration}}',
      event: 'انتظار \u2068{{event}}\u2069، بحد أقصى: {{atMost, duration}}',
      blank: 'انتظار حدث: اختر أي حدث',
    },
    ports: { next: 'انتهت المدة', happened: 'وقع', timeout: 'لم يقع في الوقت' },
    problems: {
      'wait.noEvent': 'اختر الحدث المنتظَر، أو انتظر مدة محددة.',
      'wait.emptyCondition': 'لأحد شروط الحدث قيمة ناقصة. أدخلها أو أزِل الشرط.',
    },
    because: { timeElapsed: 'انتهت المدة', happened: 'وقع الحدث', timeout: 'لم يقع في الوقت المحدد' },
    until: 'ما الذي ننتظره',
    kind: { duration: 'مدة محددة', event: 'حتى وقوع حدث' },
    lasting: 'المدة',
    event: 'الحدث',
    atMost: 'بحد أقصى',
    atMostHint: 'بعد هذه المدة تتابع جهة الاتصال عبر «\u2068{{port}}\u2069».',
  },
}
