import type { NodeWordsByLanguage } from '../nodeWords.ts'

/** All that the task says. */
export const words: NodeWordsByLanguage = {
  en: {
    name: 'Task',
    short: 'Hands something over to a person, by email or request',
    guide:
      'A task asks a colleague to do what no message can: call a customer, pack a gift, look into a complaint. They get an email with what is to be done, by when, and the way to the contact. The contact goes on at once; if the journey should wait for the outcome, put a wait for an event behind it.',
    sentence: {
      blank: 'Hand over to a person: say what is to be done',
      nobody: '“{{title}}”: choose who does it',
      person: '“{{title}}” for {{assignee}}',
    },
    ports: {},
    problems: {
      'task.noTitle': 'Say what is to be done.',
      'task.noAssignee': 'Give the email address of the person who does it, or a web address.',
      'task.notHttps': 'Addresses without https are refused, unless this installation allows them.',
      'task.badTemplate':
        'The title or the note has a template that cannot be read. Check that everything opened is also closed.',
    },
    because: { handedOver: 'Handed over to a person' },
    title: 'What is to be done',
    note: 'Note',
    noteHint: 'Liquid works in both, with the contact and the entry event.',
    assignee: 'Email or web address',
    assigneeHint:
      'An email to a person, who needs no account; or the https address of the system they take their work from.',
    assigneeError: 'This is neither an email address nor a web address',
    hasDue: 'It is due by a time',
    due: 'Due',
    dueHint: 'Counted from the moment the contact comes here.',
  },
  ro: {
    name: 'Sarcină',
    short: 'Predă ceva unei persoane, prin e-mail',
    guide:
      'O sarcină îi cere unui coleg ce nu poate face niciun mesaj: să sune un client, să pregătească un cadou, să verifice o reclamație. Primește un e-mail cu ce este de făcut, până când și cu drumul către contact. Contactul merge mai departe imediat; dacă parcursul trebuie să aștepte rezultatul, pune după ea o așteptare a unui eveniment.',
    sentence: {
      blank: 'Predare către o persoană: spune ce este de făcut',
      nobody: '„{{title}}”: alege cine face',
      person: '„{{title}}” pentru {{assignee}}',
    },
    ports: {},
    problems: {
      'task.noTitle': 'Spune ce este de făcut.',
      'task.noAssignee': 'Dă adresa de e-mail a persoanei care face asta sau o adresă web.',
      'task.notHttps': 'Adresele fără https sunt refuzate, dacă această instalare nu le permite.',
      'task.badTemplate':
        'Titlul sau nota conține un șablon care nu poate fi citit. Verifică dacă tot ce este deschis este și închis.',
    },
    because: { handedOver: 'Predat unei persoane' },
    title: 'Ce este de făcut',
    note: 'Notă',
    noteHint: 'Liquid merge în ambele, cu contactul și evenimentul de intrare.',
    assignee: 'E-mail sau adresă web',
    assigneeHint:
      'Un e-mail către o persoană, care nu are nevoie de cont; sau adresa https a sistemului din care își ia treburile.',
    assigneeError: 'Aceasta nu este nici adresă de e-mail, nici adresă web',
    hasDue: 'Are un termen',
    due: 'Termen',
    dueHint: 'Socotit din clipa în care contactul ajunge aici.',
  },
  nl: {
    name: 'Taak',
    short: 'Draagt iets over aan een persoon, per e-mail',
    guide:
      'Een taak vraagt een collega te doen wat geen bericht kan: een klant bellen, een cadeau inpakken, een klacht uitzoeken. Die krijgt een e-mail met wat er te doen is, wanneer het af moet zijn, en de weg naar het contact. Het contact gaat meteen verder; moet de journey op de uitkomst wachten, zet er dan een wachtstap op een gebeurtenis achter.',
    sentence: {
      blank: 'Overdragen aan een persoon: zeg wat er te doen is',
      nobody: '“{{title}}”: kies wie het doet',
      person: '“{{title}}” voor {{assignee}}',
    },
    ports: {},
    problems: {
      'task.noTitle': 'Zeg wat er te doen is.',
      'task.noAssignee': 'Geef het e-mailadres van de persoon die het doet, of een webadres.',
      'task.notHttps': 'Adressen zonder https worden geweigerd, tenzij deze installatie ze toelaat.',
      'task.badTemplate':
        'De titel of de notitie heeft een sjabloon dat niet te lezen is. Controleer of alles wat geopend is ook gesloten is.',
    },
    because: { handedOver: 'Overgedragen aan een persoon' },
    title: 'Wat er te doen is',
    note: 'Notitie',
    noteHint: 'Liquid werkt in allebei, met het contact en de startgebeurtenis.',
    assignee: 'E-mail- of webadres',
    assigneeHint:
      'Een e-mail aan een persoon, die geen account nodig heeft; of het https-adres van het systeem waar die het werk vandaan haalt.',
    assigneeError: 'Dit is geen e-mailadres en geen webadres',
    hasDue: 'Het moet op tijd af zijn',
    due: 'Uiterlijk',
    dueHint: 'Gerekend vanaf het moment dat het contact hier komt.',
  },
  fi: {
    name: 'Tehtävä',
    short: 'Antaa jotain ihmisen hoidettavaksi sähköpostilla',
    guide:
      'Tehtävä pyytää kollegaa tekemään sen, mihin mikään viesti ei pysty: soittamaan asiakkaalle, pakkaamaan lahjan, selvittämään valituksen. Hän saa sähköpostin, jossa on, mitä pitää tehdä, mihin mennessä, ja tie kontaktin luo. Kontakti jatkaa heti; jos polun pitää odottaa lopputulosta, laita perään tapahtuman odotus.',
    sentence: {
      blank: 'Anna ihmisen hoidettavaksi: kerro mitä pitää tehdä',
      nobody: '”{{title}}”: valitse kuka tekee',
      person: '”{{title}}”, tekijä {{assignee}}',
    },
    ports: {},
    problems: {
      'task.noTitle': 'Kerro, mitä pitää tehdä.',
      'task.noAssignee': 'Anna tekijän sähköpostiosoite tai verkko-osoite.',
      'task.notHttps': 'Osoitteet ilman https:ää hylätään, ellei tämä asennus salli niitä.',
      'task.badTemplate':
        'Otsikossa tai muistiinpanossa on malli, jota ei voi lukea. Tarkista, että kaikki avattu on myös suljettu.',
    },
    because: { handedOver: 'Annettu ihmisen hoidettavaksi' },
    title: 'Mitä pitää tehdä',
    note: 'Muistiinpano',
    noteHint: 'Liquid toimii kummassakin: kontakti ja alkutapahtuma ovat käytettävissä.',
    assignee: 'Sähköposti tai verkko-osoite',
    assigneeHint:
      'Sähköposti ihmiselle, joka ei tarvitse tiliä; tai sen järjestelmän https-osoite, josta hän saa työnsä.',
    assigneeError: 'Tämä ei ole sähköpostiosoite eikä verkko-osoite',
    hasDue: 'Sillä on määräaika',
    due: 'Määräaika',
    dueHint: 'Lasketaan hetkestä, jolloin kontakti saapuu tähän.',
  },
  uz: {
    name: 'Topshiriq',
    short: 'Biror ishni elektron xat orqali odamga topshiradi',
    guide:
      'Topshiriq hamkasbdan hech bir xabar qila olmaydigan ishni soʻraydi: mijozga qoʻngʻiroq qilish, sovgʻa tayyorlash, shikoyatni oʻrganish. Unga nima qilish kerakligi, muddati va kontaktga havola bilan elektron xat boradi. Kontakt darhol davom etadi; agar yoʻl natijani kutishi kerak boʻlsa, undan keyin hodisani kutishni qoʻying.',
    sentence: {
      blank: 'Odamga topshirish: nima qilish kerakligini yozing',
      nobody: '“{{title}}”: kim bajarishini tanlang',
      person: '“{{title}}” — {{assignee}} uchun',
    },
    ports: {},
    problems: {
      'task.noTitle': 'Nima qilish kerakligini yozing.',
      'task.noAssignee': 'Buni bajaradigan odamning elektron pochtasini yoki veb-manzilni kiriting.',
      'task.notHttps': 'https siz manzillar rad etiladi, agar bu oʻrnatma ularga ruxsat bermasa.',
      'task.badTemplate':
        'Sarlavha yoki izohda oʻqib boʻlmaydigan shablon bor. Ochilgan hamma narsa yopilganini tekshiring.',
    },
    because: { handedOver: 'Odamga topshirildi' },
    title: 'Nima qilish kerak',
    note: 'Izoh',
    noteHint: 'Ikkalasida ham Liquid ishlaydi: kontakt va kirish hodisasi bilan.',
    assignee: 'Elektron pochta yoki veb-manzil',
    assigneeHint: 'Odamga elektron xat, unga hisob kerak emas; yoki u ish oladigan tizimning https manzili.',
    assigneeError: 'Bu elektron pochta ham, veb-manzil ham emas',
    hasDue: 'Muddati bor',
    due: 'Muddat',
    dueHint: 'Kontakt bu yerga kelgan lahzadan sanaladi.',
  },
  ar: {
    name: 'مهمة',
    short: 'تسلّم عملًا لشخص عبر البريد الإلكتروني',
    guide:
      'تطلب المهمة من زميل ما لا تستطيعه أي رسالة: الاتصال بعميل، أو تغليف هدية، أو النظر في شكوى. تصله رسالة بما يجب عمله وموعده والطريق إلى جهة الاتصال. تتابع جهة الاتصال فورًا، وإن كان على الرحلة انتظار النتيجة فضع بعدها انتظار حدث.',
    sentence: {
      blank: 'تسليم لشخص: اذكر ما يجب عمله',
      nobody: '«\u2068{{title}}\u2069»: اختر من يقوم به',
      person: '«\u2068{{title}}\u2069» إلى \u2068{{assignee}}\u2069',
    },
    ports: {},
    problems: {
      'task.noTitle': 'اذكر ما يجب عمله.',
      'task.noAssignee': 'أدخل البريد الإلكتروني لمن يقوم به، أو عنوان ويب.',
      'task.notHttps': 'تُرفض العناوين دون https ما لم يسمح بها هذا التثبيت.',
      'task.badTemplate': 'في العنوان أو الملاحظة قالب لا يمكن قراءته. تحقق من أن كل ما فُتح قد أُغلق.',
    },
    because: { handedOver: 'سُلّمت لشخص' },
    title: 'ما يجب عمله',
    note: 'ملاحظة',
    noteHint: 'تعمل Liquid في الاثنين، مع جهة الاتصال وحدث الدخول.',
    assignee: 'بريد إلكتروني أو عنوان ويب',
    assigneeHint: 'رسالة إلى شخص لا يحتاج إلى حساب، أو عنوان https للنظام الذي يأخذ منه عمله.',
    assigneeError: 'هذا ليس بريدًا إلكترونيًا ولا عنوان ويب',
    hasDue: 'لها موعد',
    due: 'الموعد',
    dueHint: 'يُحسب من لحظة وصول جهة الاتصال إلى هنا.',
  },
}
