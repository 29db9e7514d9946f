/** What the system says to contacts; `{workspace}` and `{email}` are places to fill. */
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
}

/** The system's words by locale, each written by hand. */
export const systemWordTexts: Record<string, SystemWordsText> & { en: SystemWordsText } = { en, ro, nl, fi, uz, ar }
