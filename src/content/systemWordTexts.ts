/** What the system says to contacts; `{workspace}`, `{email}` and `{topic}` are places to fill. */
export interface SystemWordsText {
  footer: { reason: string; unsubscribe: string }
  unsubscribePage: {
    title: string
    body: string
    button: string
    done: string
    doneBody: string
    undo: string
    undone: string
    invalid: string
  }
  preferences: { title: string; pending: string; save: string; saved: string; savedBody: string }
  confirmation: { subject: string; body: string; button: string; note: string }
  confirmPage: { title: string; body: string; button: string; done: string; doneBody: string }
}

const en: SystemWordsText = {
  footer: {
    reason: 'You are receiving this email because you are a contact of {workspace}.',
    unsubscribe: 'Unsubscribe',
  },
  unsubscribePage: {
    title: 'Unsubscribe from {workspace}',
    body: 'We will stop sending these emails to {email}.',
    button: 'Unsubscribe',
    done: 'You are unsubscribed',
    doneBody: '{email} will not receive these emails any more.',
    undo: 'Subscribe again',
    undone: 'You are subscribed again.',
    invalid: 'This link is not valid. Please use the link in a more recent email.',
  },
  preferences: {
    title: 'Or choose what you want to hear about',
    pending: 'not confirmed yet',
    save: 'Save my choices',
    saved: 'Your choices are saved',
    savedBody: '{email} now gets only what you chose.',
  },
  confirmation: {
    subject: 'Please confirm: {topic} from {workspace}',
    body: 'Somebody, hopefully you, asked {workspace} to write to {email} about “{topic}”. One click and it is settled.',
    button: 'Yes, I want these emails',
    note: 'If it was not you, do nothing: no further email will come.',
  },
  confirmPage: {
    title: 'Confirm your subscription',
    body: '{workspace} will write to {email} about “{topic}”.',
    button: 'Confirm',
    done: 'Your subscription is confirmed',
    doneBody: '{workspace} now writes to {email} about “{topic}”. Every email has a way out.',
  },
}

const ro: SystemWordsText = {
  footer: {
    reason: 'Primești acest e-mail pentru că ești în lista de contacte {workspace}.',
    unsubscribe: 'Dezabonare',
  },
  unsubscribePage: {
    title: 'Dezabonare de la {workspace}',
    body: 'Nu vom mai trimite astfel de e-mailuri la adresa {email}.',
    button: 'Mă dezabonez',
    done: 'Te-ai dezabonat',
    doneBody: 'Adresa {email} nu va mai primi astfel de e-mailuri.',
    undo: 'Mă abonez din nou',
    undone: 'Te-ai abonat din nou.',
    invalid: 'Acest link nu este valid. Folosește linkul dintr-un e-mail mai recent.',
  },
  preferences: {
    title: 'Sau alege despre ce vrei să primești vești',
    pending: 'neconfirmat încă',
    save: 'Salvează alegerile',
    saved: 'Alegerile tale au fost salvate',
    savedBody: 'Adresa {email} primește de acum doar ce ai ales.',
  },
  confirmation: {
    subject: 'Te rugăm să confirmi: {topic} de la {workspace}',
    body: 'Cineva, sperăm că tu, a cerut ca {workspace} să scrie la adresa {email} despre „{topic}”. Un clic și gata.',
    button: 'Da, vreau aceste e-mailuri',
    note: 'Dacă nu ai fost tu, nu face nimic: nu va mai veni niciun e-mail.',
  },
  confirmPage: {
    title: 'Confirmă abonarea',
    body: '{workspace} va scrie la adresa {email} despre „{topic}”.',
    button: 'Confirmă',
    done: 'Abonarea este confirmată',
    doneBody: 'De acum {workspace} scrie la adresa {email} despre „{topic}”. Din fiecare e-mail te poți dezabona.',
  },
}

const nl: SystemWordsText = {
  footer: {
    reason: 'Je ontvangt deze e-mail omdat je een contact van {workspace} bent.',
    unsubscribe: 'Afmelden',
  },
  unsubscribePage: {
    title: 'Afmelden bij {workspace}',
    body: 'We sturen deze e-mails dan niet meer naar {email}.',
    button: 'Afmelden',
    done: 'Je bent afgemeld',
    doneBody: '{email} ontvangt deze e-mails niet meer.',
    undo: 'Opnieuw aanmelden',
    undone: 'Je bent weer aangemeld.',
    invalid: 'Deze link is niet geldig. Gebruik de link in een recentere e-mail.',
  },
  preferences: {
    title: 'Of kies waarover je iets wilt horen',
    pending: 'nog niet bevestigd',
    save: 'Mijn keuzes opslaan',
    saved: 'Je keuzes zijn opgeslagen',
    savedBody: '{email} ontvangt voortaan alleen wat je hebt gekozen.',
  },
  confirmation: {
    subject: 'Bevestig je aanmelding: {topic} van {workspace}',
    body: 'Iemand, hopelijk jij, heeft {workspace} gevraagd om naar {email} te schrijven over “{topic}”. Eén klik en het is geregeld.',
    button: 'Ja, ik wil deze e-mails',
    note: 'Was jij het niet, doe dan niets: er komt geen e-mail meer.',
  },
  confirmPage: {
    title: 'Bevestig je aanmelding',
    body: '{workspace} gaat naar {email} schrijven over “{topic}”.',
    button: 'Bevestigen',
    done: 'Je aanmelding is bevestigd',
    doneBody: '{workspace} schrijft voortaan naar {email} over “{topic}”. In elke e-mail kun je je afmelden.',
  },
}

const fi: SystemWordsText = {
  footer: {
    reason: 'Saat tämän sähköpostin, koska olet yhteystietona palvelussa {workspace}.',
    unsubscribe: 'Peru tilaus',
  },
  unsubscribePage: {
    title: 'Peru tilaus: {workspace}',
    body: 'Emme enää lähetä näitä viestejä osoitteeseen {email}.',
    button: 'Peru tilaus',
    done: 'Tilaus on peruttu',
    doneBody: 'Osoitteeseen {email} ei enää lähetetä näitä viestejä.',
    undo: 'Tilaa uudelleen',
    undone: 'Olet taas tilaaja.',
    invalid: 'Tämä linkki ei kelpaa. Käytä uudemmassa viestissä olevaa linkkiä.',
  },
  preferences: {
    title: 'Tai valitse, mistä haluat kuulla',
    pending: 'ei vielä vahvistettu',
    save: 'Tallenna valinnat',
    saved: 'Valintasi on tallennettu',
    savedBody: 'Osoitteeseen {email} tulee nyt vain se, minkä valitsit.',
  },
  confirmation: {
    subject: 'Vahvista tilaus: {topic}, {workspace}',
    body: 'Joku, toivottavasti sinä, pyysi, että {workspace} kirjoittaa osoitteeseen {email} aiheesta ”{topic}”. Yksi napsautus riittää.',
    button: 'Kyllä, haluan nämä viestit',
    note: 'Jos se et ollut sinä, älä tee mitään: viestejä ei enää tule.',
  },
  confirmPage: {
    title: 'Vahvista tilauksesi',
    body: '{workspace} kirjoittaa osoitteeseen {email} aiheesta ”{topic}”.',
    button: 'Vahvista',
    done: 'Tilauksesi on vahvistettu',
    doneBody:
      '{workspace} kirjoittaa nyt osoitteeseen {email} aiheesta ”{topic}”. Jokaisessa viestissä on peruutuslinkki.',
  },
}

const uz: SystemWordsText = {
  footer: {
    reason: 'Siz {workspace} kontaktlari roʻyxatida boʻlganingiz uchun bu xatni oldingiz.',
    unsubscribe: 'Obunani bekor qilish',
  },
  unsubscribePage: {
    title: '{workspace} obunasini bekor qilish',
    body: 'Bunday xatlar endi {email} manziliga yuborilmaydi.',
    button: 'Obunani bekor qilish',
    done: 'Obunangiz bekor qilindi',
    doneBody: '{email} manziliga endi bunday xatlar kelmaydi.',
    undo: 'Qayta obuna boʻlish',
    undone: 'Siz yana obuna boʻldingiz.',
    invalid: 'Bu havola yaroqsiz. Yangiroq xatdagi havoladan foydalaning.',
  },
  preferences: {
    title: 'Yoki nima haqida xat olishni tanlang',
    pending: 'hali tasdiqlanmagan',
    save: 'Tanlovimni saqlash',
    saved: 'Tanlovingiz saqlandi',
    savedBody: '{email} manziliga endi faqat siz tanlagan xatlar keladi.',
  },
  confirmation: {
    subject: 'Iltimos, tasdiqlang: {topic}, {workspace}',
    body: 'Kimdir, umid qilamizki siz, {workspace} dan {email} manziliga “{topic}” haqida yozishni soʻradi. Bir marta bosish kifoya.',
    button: 'Ha, bu xatlarni olmoqchiman',
    note: 'Agar bu siz boʻlmasangiz, hech narsa qilmang: boshqa xat kelmaydi.',
  },
  confirmPage: {
    title: 'Obunangizni tasdiqlang',
    body: '{workspace} {email} manziliga “{topic}” haqida yozadi.',
    button: 'Tasdiqlash',
    done: 'Obunangiz tasdiqlandi',
    doneBody: '{workspace} endi {email} manziliga “{topic}” haqida yozadi. Har bir xatda obunani bekor qilish mumkin.',
  },
}

const ar: SystemWordsText = {
  footer: {
    reason: 'تصلك هذه الرسالة لأنك من جهات اتصال {workspace}.',
    unsubscribe: 'إلغاء الاشتراك',
  },
  unsubscribePage: {
    title: 'إلغاء الاشتراك في رسائل {workspace}',
    body: 'لن نرسل هذه الرسائل إلى {email} بعد الآن.',
    button: 'إلغاء الاشتراك',
    done: 'تم إلغاء اشتراكك',
    doneBody: 'لن تصل هذه الرسائل إلى {email} بعد الآن.',
    undo: 'الاشتراك من جديد',
    undone: 'تم تجديد اشتراكك.',
    invalid: 'هذا الرابط غير صالح. يُرجى استخدام الرابط الموجود في رسالة أحدث.',
  },
  preferences: {
    title: 'أو اختر ما تود أن تسمع عنه',
    pending: 'لم يُؤكد بعد',
    save: 'حفظ اختياراتي',
    saved: 'حُفظت اختياراتك',
    savedBody: 'لن يصل إلى {email} من الآن إلا ما اخترته.',
  },
  confirmation: {
    subject: 'يُرجى التأكيد: {topic} من {workspace}',
    body: 'طلب شخص ما، نأمل أنه أنت، من {workspace} أن تكتب إلى {email} عن «{topic}». نقرة واحدة تكفي.',
    button: 'نعم، أريد هذه الرسائل',
    note: 'إن لم تكن أنت من طلب ذلك فلا تفعل شيئًا: لن تصلك رسائل أخرى.',
  },
  confirmPage: {
    title: 'تأكيد اشتراكك',
    body: 'ستكتب {workspace} إلى {email} عن «{topic}».',
    button: 'تأكيد',
    done: 'تم تأكيد اشتراكك',
    doneBody: 'تكتب {workspace} من الآن إلى {email} عن «{topic}». وفي كل رسالة رابط لإلغاء الاشتراك.',
  },
}

/** The system's words by locale, each written by hand. */
export const systemWordTexts: Record<string, SystemWordsText> & { en: SystemWordsText } = { en, ro, nl, fi, uz, ar }
