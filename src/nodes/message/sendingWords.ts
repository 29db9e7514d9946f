import type { NodeWordsByLanguage } from '../nodeWords.ts'

interface SendingWords {
  guide: string
  ports: Record<'next' | 'notSent', string>
  sentence: Record<'hours' | 'hoursOn' | 'daysOnly', string>
  problems: Record<'message.unknownTopic' | 'message.emptyWindow' | 'message.noWeekday' | 'message.alwaysQuiet', string>
  because: Record<
    | 'notSubscribed'
    | 'pendingOptIn'
    | 'suppressed'
    | 'notConfigured'
    | 'frequencyCap'
    | 'quietHours'
    | 'sendWindow'
    | 'complained'
    | 'bounced',
    string
  >
  panel: {
    topicHint: Record<'subscribed' | 'unsubscribed' | 'confirmed', string>
    capClass: string
    capClasses: Record<'marketing' | 'marketingHint' | 'service' | 'serviceHint' | 'urgent' | 'urgentHint', string>
    hasWindow: string
    hasWindowHint: string
    hasNotSent: string
    hasNotSentHint: string
  }
}

/** What the message says of whom it reaches and when: topic, class, hours, and the reasons it is held back or not sent. */
export const sendingWords: Record<keyof NodeWordsByLanguage, SendingWords> = {
  en: {
    guide:
      'Everyone must want its topic, have an address and not have bounced; who cannot get it goes on without, by a path of their own if you give them one. Quiet hours, frequency caps and the hours you choose hold it back, they never drop it: a contact waits here until it may go out.',
    ports: { next: 'Handed over', notSent: 'Not sent' },
    sentence: {
      hours: '{{sentence}}, {{from, clock}}–{{to, clock}}',
      hoursOn: '{{sentence}}, {{days, weekdays}} {{from, clock}}–{{to, clock}}',
      daysOnly: '{{sentence}}, {{days, weekdays}}',
    },
    problems: {
      'message.unknownTopic': 'There is no topic “{{topic}}” any more. Choose another.',
      'message.emptyWindow': 'These hours are empty. Choose an end after the start.',
      'message.noWeekday': 'Choose at least one day.',
      'message.alwaysQuiet':
        'All these hours are quiet hours of the workspace ({{from}}–{{to}}): the message would never go out. Choose other hours, or make it urgent.',
    },
    because: {
      notSubscribed: 'Has not subscribed to this topic',
      pendingOptIn: 'Has not confirmed the subscription yet',
      suppressed: 'Mail to this address bounced or was reported as spam',
      notConfigured: 'The hours were not set up',
      frequencyCap: 'Held back: got enough messages lately',
      quietHours: 'Held back for the quiet hours',
      sendWindow: 'Held back for the hours of this message',
      complained: 'Reported as spam',
      bounced: 'Came back undelivered',
    },
    panel: {
      topicHint: {
        subscribed: 'To everybody who has not unsubscribed from it.',
        unsubscribed: 'Only to people who subscribed to it.',
        confirmed: 'Only to people who subscribed to it and confirmed by email.',
      },
      capClass: 'Class',
      capClasses: {
        marketing: 'Marketing',
        marketingHint: 'Waits for quiet hours and for the caps on marketing.',
        service: 'Service',
        serviceHint: 'Waits for quiet hours and for the caps on service.',
        urgent: 'Urgent',
        urgentHint: 'Goes out at any hour, such as a code or an alarm.',
      },
      hasWindow: 'Only within certain hours',
      hasWindowHint: 'Whoever comes outside of them waits here.',
      hasNotSent: 'A path of their own for those it is not sent to',
      hasNotSentHint: 'Otherwise they go on like everybody else.',
    },
  },
  ro: {
    guide:
      'Fiecare trebuie să vrea tema mesajului, să aibă o adresă și să nu fi fost respins; cine nu îl poate primi merge mai departe fără el, pe o ramură proprie dacă îi faci una. Orele de liniște, limitele de frecvență și orele alese de tine îl amână, nu îl pierd niciodată: contactul așteaptă aici până când mesajul poate pleca.',
    ports: { next: 'Predat', notSent: 'Netrimis' },
    sentence: {
      hours: '{{sentence}}, {{from, clock}}–{{to, clock}}',
      hoursOn: '{{sentence}}, {{days, weekdays}}, {{from, clock}}–{{to, clock}}',
      daysOnly: '{{sentence}}, {{days, weekdays}}',
    },
    problems: {
      'message.unknownTopic': 'Tema „{{topic}}” nu mai există. Alege alta.',
      'message.emptyWindow': 'Aceste ore sunt goale. Alege un sfârșit după început.',
      'message.noWeekday': 'Alege cel puțin o zi.',
      'message.alwaysQuiet':
        'Toate aceste ore sunt ore de liniște ale spațiului de lucru ({{from}}–{{to}}): mesajul nu ar pleca niciodată. Alege alte ore sau fă-l urgent.',
    },
    because: {
      notSubscribed: 'Nu s-a abonat la această temă',
      pendingOptIn: 'Nu a confirmat încă abonarea',
      suppressed: 'Mesajele la această adresă au fost respinse sau raportate ca spam',
      notConfigured: 'Orele nu erau stabilite',
      frequencyCap: 'Amânat: a primit destule mesaje în ultimul timp',
      quietHours: 'Amânat pentru orele de liniște',
      sendWindow: 'Amânat pentru orele acestui mesaj',
      complained: 'Raportat ca spam',
      bounced: 'S-a întors nelivrat',
    },
    panel: {
      topicHint: {
        subscribed: 'Tuturor celor care nu s-au dezabonat de la ea.',
        unsubscribed: 'Numai celor care s-au abonat la ea.',
        confirmed: 'Numai celor care s-au abonat la ea și au confirmat prin e-mail.',
      },
      capClass: 'Clasă',
      capClasses: {
        marketing: 'Marketing',
        marketingHint: 'Ține cont de orele de liniște și de limitele pentru marketing.',
        service: 'Serviciu',
        serviceHint: 'Ține cont de orele de liniște și de limitele pentru serviciu.',
        urgent: 'Urgent',
        urgentHint: 'Pleacă la orice oră, de exemplu un cod sau o alertă.',
      },
      hasWindow: 'Doar între anumite ore',
      hasWindowHint: 'Cine vine în afara lor așteaptă aici.',
      hasNotSent: 'O ramură proprie pentru cei cărora nu li se trimite',
      hasNotSentHint: 'Altfel merg mai departe ca toți ceilalți.',
    },
  },
  nl: {
    guide:
      'Iedereen moet het thema willen, een adres hebben en bereikbaar zijn; wie de e-mail niet kan krijgen gaat zonder verder, langs een eigen pad als je dat geeft. Stille uren, frequentielimieten en de uren die je kiest houden hem op, ze laten hem nooit vallen: het contact wacht hier tot hij uit mag.',
    ports: { next: 'Doorgegeven', notSent: 'Niet verstuurd' },
    sentence: {
      hours: '{{sentence}}, {{from, clock}}–{{to, clock}}',
      hoursOn: '{{sentence}}, {{days, weekdays}} {{from, clock}}–{{to, clock}}',
      daysOnly: '{{sentence}}, {{days, weekdays}}',
    },
    problems: {
      'message.unknownTopic': 'Het thema “{{topic}}” bestaat niet meer. Kies een ander.',
      'message.emptyWindow': 'Deze uren zijn leeg. Kies een einde na het begin.',
      'message.noWeekday': 'Kies ten minste één dag.',
      'message.alwaysQuiet':
        'Al deze uren zijn stille uren van de werkruimte ({{from}}–{{to}}): het bericht zou nooit weggaan. Kies andere uren, of maak het dringend.',
    },
    because: {
      notSubscribed: 'Heeft zich niet voor dit thema aangemeld',
      pendingOptIn: 'Heeft de aanmelding nog niet bevestigd',
      suppressed: 'E-mail naar dit adres kwam terug of werd als spam gemeld',
      notConfigured: 'De uren waren niet ingesteld',
      frequencyCap: 'Opgehouden: kreeg de laatste tijd genoeg berichten',
      quietHours: 'Opgehouden voor de stille uren',
      sendWindow: 'Opgehouden voor de uren van dit bericht',
      complained: 'Als spam gemeld',
      bounced: 'Onbestelbaar teruggekomen',
    },
    panel: {
      topicHint: {
        subscribed: 'Aan iedereen die zich er niet voor heeft afgemeld.',
        unsubscribed: 'Alleen aan mensen die zich ervoor hebben aangemeld.',
        confirmed: 'Alleen aan mensen die zich ervoor hebben aangemeld en dat per e-mail hebben bevestigd.',
      },
      capClass: 'Klasse',
      capClasses: {
        marketing: 'Marketing',
        marketingHint: 'Houdt zich aan stille uren en aan de limieten voor marketing.',
        service: 'Service',
        serviceHint: 'Houdt zich aan stille uren en aan de limieten voor service.',
        urgent: 'Dringend',
        urgentHint: 'Gaat op elk uur uit, zoals een code of een alarm.',
      },
      hasWindow: 'Alleen binnen bepaalde uren',
      hasWindowHint: 'Wie daarbuiten komt, wacht hier.',
      hasNotSent: 'Een eigen pad voor wie hem niet krijgt',
      hasNotSentHint: 'Anders gaan zij verder zoals iedereen.',
    },
  },
  fi: {
    guide:
      'Jokaisen on haluttava viestin aihetta, hänellä on oltava osoite, eikä se saa olla estetty; joka ei voi saada viestiä, jatkaa ilman sitä, omaa polkuaan, jos annat sellaisen. Hiljaiset tunnit, viestirajat ja valitsemasi tunnit viivyttävät viestiä mutta eivät koskaan hukkaa sitä: kontakti odottaa tässä, kunnes se saa lähteä.',
    ports: { next: 'Annettu lähetettäväksi', notSent: 'Ei lähetetty' },
    sentence: {
      hours: '{{sentence}}, klo {{from, clock}}–{{to, clock}}',
      hoursOn: '{{sentence}}, {{days, weekdays}} klo {{from, clock}}–{{to, clock}}',
      daysOnly: '{{sentence}}, {{days, weekdays}}',
    },
    problems: {
      'message.unknownTopic': 'Aihetta ”{{topic}}” ei enää ole. Valitse toinen.',
      'message.emptyWindow': 'Nämä tunnit ovat tyhjät. Valitse loppu alun jälkeen.',
      'message.noWeekday': 'Valitse vähintään yksi päivä.',
      'message.alwaysQuiet':
        'Kaikki nämä tunnit ovat työtilan hiljaisia tunteja ({{from}}–{{to}}): viesti ei lähtisi koskaan. Valitse muut tunnit tai tee viestistä kiireellinen.',
    },
    because: {
      notSubscribed: 'Ei ole tilannut tätä aihetta',
      pendingOptIn: 'Ei ole vielä vahvistanut tilausta',
      suppressed: 'Viestit tähän osoitteeseen palautuivat tai ilmoitettiin roskapostiksi',
      notConfigured: 'Tunteja ei ollut asetettu',
      frequencyCap: 'Viivytetty: on saanut viime aikoina riittävästi viestejä',
      quietHours: 'Viivytetty hiljaisten tuntien vuoksi',
      sendWindow: 'Viivytetty viestin omien tuntien vuoksi',
      complained: 'Ilmoitettu roskapostiksi',
      bounced: 'Palautui toimittamatta',
    },
    panel: {
      topicHint: {
        subscribed: 'Kaikille, jotka eivät ole peruneet sitä.',
        unsubscribed: 'Vain niille, jotka ovat tilanneet sen.',
        confirmed: 'Vain niille, jotka ovat tilanneet sen ja vahvistaneet sähköpostitse.',
      },
      capClass: 'Luokka',
      capClasses: {
        marketing: 'Markkinointi',
        marketingHint: 'Noudattaa hiljaisia tunteja ja markkinoinnin rajoja.',
        service: 'Palvelu',
        serviceHint: 'Noudattaa hiljaisia tunteja ja palvelun rajoja.',
        urgent: 'Kiireellinen',
        urgentHint: 'Lähtee mihin aikaan tahansa, kuten koodi tai hälytys.',
      },
      hasWindow: 'Vain tiettyinä tunteina',
      hasWindowHint: 'Joka tulee niiden ulkopuolella, odottaa tässä.',
      hasNotSent: 'Oma polku niille, joille viestiä ei lähetetä',
      hasNotSentHint: 'Muuten he jatkavat kuten kaikki muutkin.',
    },
  },
  uz: {
    guide:
      'Har kim bu mavzuni xohlashi, manzili boʻlishi va xatlari qaytmagan boʻlishi kerak; xatni ola olmaydigan kontakt usiz davom etadi, agar bersangiz, oʻz yoʻli bilan. Sokin soatlar, xatlar chegarasi va siz tanlagan soatlar xatni kechiktiradi, hech qachon yoʻqotmaydi: kontakt xat ketishi mumkin boʻlguncha shu yerda kutadi.',
    ports: { next: 'Topshirildi', notSent: 'Yuborilmadi' },
    sentence: {
      hours: '{{sentence}}, {{from, clock}}–{{to, clock}}',
      hoursOn: '{{sentence}}, {{days, weekdays}} {{from, clock}}–{{to, clock}}',
      daysOnly: '{{sentence}}, {{days, weekdays}}',
    },
    problems: {
      'message.unknownTopic': '“{{topic}}” mavzusi endi yoʻq. Boshqasini tanlang.',
      'message.emptyWindow': 'Bu soatlar boʻsh. Boshlanishidan keyingi tugash vaqtini tanlang.',
      'message.noWeekday': 'Kamida bitta kunni tanlang.',
      'message.alwaysQuiet':
        'Bu soatlarning hammasi ish maydonining sokin soatlari ({{from}}–{{to}}): xabar hech qachon joʻnamas edi. Boshqa soatlarni tanlang yoki uni shoshilinch qiling.',
    },
    because: {
      notSubscribed: 'Bu mavzuga obuna boʻlmagan',
      pendingOptIn: 'Obunani hali tasdiqlamagan',
      suppressed: 'Bu manzilga xatlar qaytgan yoki spam deb belgilangan',
      notConfigured: 'Soatlar belgilanmagan edi',
      frequencyCap: 'Kechiktirildi: yaqinda yetarlicha xat olgan',
      quietHours: 'Sokin soatlar uchun kechiktirildi',
      sendWindow: 'Xatning oʻz soatlari uchun kechiktirildi',
      complained: 'Spam deb belgilangan',
      bounced: 'Yetkazilmay qaytdi',
    },
    panel: {
      topicHint: {
        subscribed: 'Undan voz kechmagan hammaga.',
        unsubscribed: 'Faqat unga obuna boʻlganlarga.',
        confirmed: 'Faqat unga obuna boʻlib, e-pochta orqali tasdiqlaganlarga.',
      },
      capClass: 'Toifa',
      capClasses: {
        marketing: 'Marketing',
        marketingHint: 'Sokin soatlar va marketing chegaralariga rioya qiladi.',
        service: 'Xizmat',
        serviceHint: 'Sokin soatlar va xizmat chegaralariga rioya qiladi.',
        urgent: 'Shoshilinch',
        urgentHint: 'Istalgan soatda ketadi, masalan, kod yoki ogohlantirish.',
      },
      hasWindow: 'Faqat muayyan soatlarda',
      hasWindowHint: 'Ulardan tashqarida kelgan shu yerda kutadi.',
      hasNotSent: 'Xat yuborilmaydiganlar uchun alohida yoʻl',
      hasNotSentHint: 'Aks holda ular hamma kabi davom etadi.',
    },
  },
  ar: {
    guide:
      'يجب أن يرغب كل شخص في موضوع الرسالة وأن يكون له عنوان صالح؛ ومن لا يمكن إرسالها إليه يتابع من دونها، بمسار خاص إن جعلت له واحدًا. ساعات الهدوء وحدود التكرار والساعات التي تختارها تؤخر الرسالة ولا تُسقطها أبدًا: تنتظر جهة الاتصال هنا حتى يجوز إرسالها.',
    ports: { next: 'سُلِّمت', notSent: 'لم تُرسل' },
    sentence: {
      hours: '{{sentence}}، من {{from, clock}} إلى {{to, clock}}',
      hoursOn: '{{sentence}}، {{days, weekdays}} من {{from, clock}} إلى {{to, clock}}',
      daysOnly: '{{sentence}}، {{days, weekdays}}',
    },
    problems: {
      'message.unknownTopic': 'لم يعد هناك موضوع «\u2068{{topic}}\u2069». اختر غيره.',
      'message.emptyWindow': 'هذه الساعات فارغة. اختر نهاية بعد البداية.',
      'message.noWeekday': 'اختر يومًا واحدًا على الأقل.',
      'message.alwaysQuiet':
        'كل هذه الساعات ساعات هدوء لمساحة العمل ({{from}}–{{to}})، فلن تُرسل الرسالة أبدًا. اختر ساعات أخرى أو اجعلها عاجلة.',
    },
    because: {
      notSubscribed: 'لم يشترك في هذا الموضوع',
      pendingOptIn: 'لم يؤكد الاشتراك بعد',
      suppressed: 'ارتدت الرسائل إلى هذا العنوان أو أُبلغ عنها كرسائل مزعجة',
      notConfigured: 'لم تُضبط الساعات',
      frequencyCap: 'أُجِّلت: تلقى ما يكفي من الرسائل مؤخرًا',
      quietHours: 'أُجِّلت بسبب ساعات الهدوء',
      sendWindow: 'أُجِّلت بسبب ساعات هذه الرسالة',
      complained: 'أُبلغ عنها كرسالة مزعجة',
      bounced: 'ارتدت دون تسليم',
    },
    panel: {
      topicHint: {
        subscribed: 'لكل من لم يُلغِ الاشتراك فيه.',
        unsubscribed: 'فقط لمن اشترك فيه.',
        confirmed: 'فقط لمن اشترك فيه وأكد ذلك بالبريد الإلكتروني.',
      },
      capClass: 'الفئة',
      capClasses: {
        marketing: 'تسويق',
        marketingHint: 'تراعي ساعات الهدوء وحدود التسويق.',
        service: 'خدمة',
        serviceHint: 'تراعي ساعات الهدوء وحدود الخدمة.',
        urgent: 'عاجلة',
        urgentHint: 'تُرسل في أي ساعة، مثل رمز أو تنبيه.',
      },
      hasWindow: 'فقط ضمن ساعات معينة',
      hasWindowHint: 'من يأتي خارجها ينتظر هنا.',
      hasNotSent: 'مسار خاص لمن لا تُرسل إليه',
      hasNotSentHint: 'وإلا تابع كغيره.',
    },
  },
}
