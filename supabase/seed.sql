-- The demo workspace: a tea shop with two live journeys and one unfinished. Its people and what they do arrive through the
-- ingest function, like anybody's.
insert into public.workspaces (id, name, source_locale, time_zone)
values ('d0000000-0000-4000-8000-000000000001', 'Kettle & Leaf', 'en', 'Europe/Bucharest');

insert into public.workspace_locales (workspace_id, locale, position, fallbacks, time_zone)
values
  ('d0000000-0000-4000-8000-000000000001', 'en', 1, '{}', null),
  ('d0000000-0000-4000-8000-000000000001', 'ro', 2, '{}', 'Europe/Bucharest'),
  ('d0000000-0000-4000-8000-000000000001', 'nl', 3, '{}', 'Europe/Amsterdam'),
  ('d0000000-0000-4000-8000-000000000001', 'fi', 4, '{}', 'Europe/Helsinki'),
  ('d0000000-0000-4000-8000-000000000001', 'uz', 5, '{}', 'Asia/Tashkent'),
  ('d0000000-0000-4000-8000-000000000001', 'ar', 6, '{}', 'Asia/Dubai');

insert into public.members (workspace_id, user_id, role)
select 'd0000000-0000-4000-8000-000000000001', id, 'owner' from auth.users where email = 'demo@perennial.example';

insert into public.write_keys (workspace_id, name, key) values ('d0000000-0000-4000-8000-000000000001', 'Demo shop', 'wk_demo');

insert into public.journeys (workspace_id, id, name, status, live_version, draft)
values
  ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000101', 'Welcome', 'live', 1, '{
 "format": 1,
 "nodes": [
  {
   "id": "n_signup",
   "type": "trigger",
   "data": {
    "on": "event",
    "event": {
     "name": "signed_up",
     "where": []
    }
   }
  },
  {
   "id": "n_welcome",
   "type": "message",
   "data": {
    "name": "Welcome",
    "channel": "email",
    "topic": "marketing",
    "content": {
     "en": {
      "subject": "Welcome, {{ contact.first_name | default: \"tea lover\" }}",
      "preheader": "Your first pot, made well",
      "body": "Hello {{ contact.first_name | default: \"there\" }},\n\nthank you for joining Kettle & Leaf. A good pot needs three things: fresh water, the right heat and a little patience.\n\n[See our first-order selection](https://shop.example/en/first)\n\nThe tea people"
     },
     "ro": {
      "subject": "Bine ai venit, {{ contact.first_name | default: \"iubitor de ceai\" }}",
      "preheader": "Primul tău ceainic, făcut bine",
      "body": "Bună, {{ contact.first_name | default: \"și bine ai venit\" }}!\n\nÎți mulțumim că ni te-ai alăturat. Un ceai bun cere trei lucruri: apă proaspătă, căldura potrivită și puțină răbdare.\n\n[Vezi selecția pentru prima comandă](https://shop.example/ro/first)\n\nEchipa Kettle & Leaf"
     },
     "nl": {
      "subject": "Welkom, {{ contact.first_name | default: \"theeliefhebber\" }}",
      "preheader": "Je eerste pot, goed gezet",
      "body": "Hallo {{ contact.first_name | default: \"daar\" }},\n\nfijn dat je er bent. Een goede pot vraagt drie dingen: vers water, de juiste warmte en wat geduld.\n\n[Bekijk onze selectie voor een eerste bestelling](https://shop.example/nl/first)\n\nDe mensen van de thee"
     },
     "fi": {
      "subject": "Tervetuloa, {{ contact.first_name | default: \"teen ystävä\" }}",
      "preheader": "Ensimmäinen pannullinen, hyvin haudutettuna",
      "body": "Hei {{ contact.first_name | default: \"sinä\" }},\n\nkiitos, että liityit. Hyvä tee vaatii kolme asiaa: raikasta vettä, oikean lämmön ja hieman kärsivällisyyttä.\n\n[Katso ensitilauksen valikoima](https://shop.example/fi/first)\n\nTeeväki"
     },
     "uz": {
      "subject": "Xush kelibsiz, {{ contact.first_name | default: \"choy ixlosmandi\" }}",
      "preheader": "Birinchi choynagingiz, yaxshi damlangan",
      "body": "Salom, {{ contact.first_name | default: \"do‘stim\" }}!\n\nBizga qo‘shilganingiz uchun rahmat. Yaxshi choy uch narsani talab qiladi: toza suv, to‘g‘ri harorat va ozgina sabr.\n\n[Birinchi buyurtma uchun tanlovimiz](https://shop.example/uz/first)\n\nChoy jamoasi"
     },
     "ar": {
      "subject": "أهلاً بك يا {{ contact.first_name | default: \"محب الشاي\" }}",
      "preheader": "إبريقك الأول، كما يجب",
      "body": "مرحباً {{ contact.first_name | default: \"بك\" }}،\n\nشكراً لانضمامك إلينا. الإبريق الجيد يحتاج إلى ثلاثة أشياء: ماء عذب، وحرارة مناسبة، وقليل من الصبر.\n\n[شاهد مختاراتنا للطلب الأول](https://shop.example/ar/first)\n\nأهل الشاي"
     }
    }
   }
  },
  {
   "id": "n_order",
   "type": "wait",
   "data": {
    "until": "event",
    "event": {
     "name": "Order Completed",
     "where": []
    },
    "atMost": "P3D"
   }
  },
  {
   "id": "n_ordered",
   "type": "exit",
   "data": {
    "reason": "Ordered"
   }
  },
  {
   "id": "n_viewed",
   "type": "branch",
   "data": {
    "paths": [
     {
      "id": "p_viewed",
      "name": "Looked at a product",
      "rule": {
       "all": [
        {
         "if": "performed",
         "event": {
          "name": "Product Viewed",
          "where": []
         },
         "within": "P7D"
        }
       ]
      }
     }
    ]
   }
  },
  {
   "id": "n_looking",
   "type": "message",
   "data": {
    "name": "Still choosing?",
    "channel": "email",
    "topic": "marketing",
    "content": {
     "en": {
      "subject": "Still choosing?",
      "preheader": "The one you looked at is in stock",
      "body": "You looked at some of our teas. The most loved this month are a smoky oolong and a mint green.\n\n[Take another look](https://shop.example/en/loved)"
     },
     "ro": {
      "subject": "Încă alegi?",
      "preheader": "Ceaiul pe care l-ai văzut este pe stoc",
      "body": "Te-ai uitat la câteva dintre ceaiurile noastre. Cele mai iubite luna aceasta sunt un oolong afumat și un verde cu mentă.\n\n[Mai aruncă o privire](https://shop.example/ro/loved)"
     },
     "nl": {
      "subject": "Nog aan het kiezen?",
      "preheader": "Wat je bekeek, is op voorraad",
      "body": "Je bekeek een paar van onze theeën. De favorieten deze maand: een rokerige oolong en een groene met munt.\n\n[Kijk nog eens](https://shop.example/nl/loved)"
     },
     "uz": {
      "subject": "Hali tanlayapsizmi?",
      "preheader": "Siz ko‘rgan choy omborda bor",
      "body": "Siz bir nechta choyimizni ko‘rdingiz. Bu oyning sevimlilari: dudlangan ulun va yalpizli ko‘k choy.\n\n[Yana bir ko‘ring](https://shop.example/uz/loved)"
     },
     "ar": {
      "subject": "ما زلت تختار؟",
      "preheader": "الشاي الذي أعجبك متوفر",
      "body": "لقد اطلعت على بعض أنواع الشاي لدينا. الأحب هذا الشهر: أولونغ مدخن وشاي أخضر بالنعناع.\n\n[ألقِ نظرة أخرى](https://shop.example/ar/loved)"
     }
    }
   }
  },
  {
   "id": "n_choose",
   "type": "message",
   "data": {
    "name": "How to choose",
    "channel": "email",
    "topic": "marketing",
    "content": {
     "en": {
      "subject": "How to choose a tea in a minute",
      "preheader": "Morning, afternoon or evening?",
      "body": "Tell us when you drink it and we tell you which: black in the morning, oolong after lunch, herbs in the evening.\n\n[Choose with us](https://shop.example/en/choose)"
     },
     "ro": {
      "subject": "Cum alegi un ceai într-un minut",
      "preheader": "Dimineața, după-amiaza sau seara?",
      "body": "Spune-ne când îl bei și îți spunem care: negru dimineața, oolong după prânz, plante seara.\n\n[Alege cu noi](https://shop.example/ro/choose)"
     },
     "nl": {
      "subject": "In een minuut je thee kiezen",
      "preheader": "Ochtend, middag of avond?",
      "body": "Zeg ons wanneer je drinkt en wij zeggen welke: zwart in de ochtend, oolong na de lunch, kruiden in de avond.\n\n[Kies met ons](https://shop.example/nl/choose)"
     },
     "fi": {
      "subject": "Valitse tee minuutissa",
      "preheader": "Aamulla, iltapäivällä vai illalla?",
      "body": "Kerro milloin juot, niin kerromme mitä: mustaa aamulla, oolongia lounaan jälkeen, yrttejä illalla.\n\n[Valitse kanssamme](https://shop.example/fi/choose)"
     },
     "uz": {
      "subject": "Bir daqiqada choy tanlang",
      "preheader": "Ertalab, tushdan keyin yoki kechqurun?",
      "body": "Qachon ichishingizni ayting, biz qaysi ekanini aytamiz: ertalab qora, tushdan keyin ulun, kechqurun giyohli.\n\n[Biz bilan tanlang](https://shop.example/uz/choose)"
     },
     "ar": {
      "subject": "كيف تختار الشاي في دقيقة",
      "preheader": "صباحاً أم بعد الظهر أم مساءً؟",
      "body": "أخبرنا متى تشربه ونخبرك أي نوع: الأسود صباحاً، والأولونغ بعد الغداء، والأعشاب مساءً.\n\n[اختر معنا](https://shop.example/ar/choose)"
     }
    }
   }
  },
  {
   "id": "n_week",
   "type": "wait",
   "data": {
    "until": "duration",
    "lasting": "P7D"
   }
  },
  {
   "id": "n_end",
   "type": "exit",
   "data": {
    "reason": "Finished"
   }
  }
 ],
 "edges": [
  {
   "id": "e_1",
   "source": "n_signup",
   "sourceHandle": "next",
   "target": "n_welcome"
  },
  {
   "id": "e_2",
   "source": "n_welcome",
   "sourceHandle": "next",
   "target": "n_order"
  },
  {
   "id": "e_3",
   "source": "n_order",
   "sourceHandle": "happened",
   "target": "n_ordered"
  },
  {
   "id": "e_4",
   "source": "n_order",
   "sourceHandle": "timeout",
   "target": "n_viewed"
  },
  {
   "id": "e_5",
   "source": "n_viewed",
   "sourceHandle": "p_viewed",
   "target": "n_looking"
  },
  {
   "id": "e_6",
   "source": "n_viewed",
   "sourceHandle": "else",
   "target": "n_choose"
  },
  {
   "id": "e_7",
   "source": "n_looking",
   "sourceHandle": "next",
   "target": "n_week"
  },
  {
   "id": "e_8",
   "source": "n_choose",
   "sourceHandle": "next",
   "target": "n_week"
  },
  {
   "id": "e_9",
   "source": "n_week",
   "sourceHandle": "next",
   "target": "n_end"
  }
 ],
 "settings": {
  "reentry": {
   "allow": "never"
  },
  "exit": [],
  "goal": {
   "event": {
    "name": "Order Completed",
    "where": []
   },
   "within": "P14D",
   "value": {
    "property": "total",
    "currency": "EUR"
   }
  }
 },
 "notes": []
}'),
  ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000102', 'Second order', 'live', 1, '{
 "format": 1,
 "nodes": [
  {
   "id": "n_first",
   "type": "trigger",
   "data": {
    "on": "event",
    "event": {
     "name": "Order Completed",
     "where": []
    }
   }
  },
  {
   "id": "n_next",
   "type": "wait",
   "data": {
    "until": "event",
    "event": {
     "name": "Order Completed",
     "where": []
    },
    "atMost": "P30D"
   }
  },
  {
   "id": "n_again",
   "type": "exit",
   "data": {
    "reason": "Ordered again"
   }
  },
  {
   "id": "n_size",
   "type": "branch",
   "data": {
    "paths": [
     {
      "id": "p_large",
      "name": "First order of 50 or more",
      "rule": {
       "all": [
        {
         "if": "entryEvent",
         "property": "total",
         "test": {
          "op": "atLeast",
          "value": 50
         }
        }
       ]
      }
     }
    ]
   }
  },
  {
   "id": "n_a",
   "type": "message",
   "data": {
    "name": "Message A",
    "channel": "email",
    "topic": "marketing",
    "content": {
     "en": {
      "subject": "Thank you for your order of {{ event.total | money: \"USD\" }}",
      "preheader": "Something that goes well with it",
      "body": "Your first order was a generous one. Here is what people who began like you chose next.\n\n[See the selection](https://shop.example/en/next)"
     },
     "ro": {
      "subject": "Mulțumim pentru comanda de {{ event.total | money: \"USD\" }}",
      "preheader": "Ceva care se potrivește cu ea",
      "body": "Prima ta comandă a fost una generoasă. Iată ce au ales apoi cei care au început ca tine.\n\n[Vezi selecția](https://shop.example/ro/next)"
     },
     "nl": {
      "subject": "Bedankt voor je bestelling van {{ event.total | money: \"USD\" }}",
      "preheader": "Iets wat er goed bij past",
      "body": "Je eerste bestelling was een royale. Dit kozen mensen die begonnen zoals jij daarna.\n\n[Bekijk de selectie](https://shop.example/nl/next)"
     },
     "fi": {
      "subject": "Kiitos {{ event.total | money: \"USD\" }} tilauksestasi",
      "preheader": "Jotain, mikä sopii siihen",
      "body": "Ensimmäinen tilauksesi oli runsas. Tätä kaltaisesi aloittajat valitsivat seuraavaksi.\n\n[Katso valikoima](https://shop.example/fi/next)"
     },
     "uz": {
      "subject": "{{ event.total | money: \"USD\" }} buyurtmangiz uchun rahmat",
      "preheader": "Unga yarashadigan narsa",
      "body": "Birinchi buyurtmangiz saxiy bo‘ldi. Sizdek boshlaganlar keyin nimani tanlaganini ko‘ring.\n\n[Tanlovni ko‘rish](https://shop.example/uz/next)"
     },
     "ar": {
      "subject": "شكراً على طلبك بقيمة {{ event.total | money: \"USD\" }}",
      "preheader": "شيء يناسبه",
      "body": "كان طلبك الأول سخياً. إليك ما اختاره بعد ذلك من بدأ مثلك.\n\n[شاهد المختارات](https://shop.example/ar/next)"
     }
    }
   }
  },
  {
   "id": "n_b",
   "type": "message",
   "data": {
    "name": "Message B",
    "channel": "email",
    "topic": "marketing",
    "content": {
     "en": {
      "subject": "A small second step",
      "preheader": "Free delivery on your next order",
      "body": "Thank you for trying us. Your next order travels free of charge, whatever its size.\n\n[Choose something small](https://shop.example/en/small)"
     },
     "ro": {
      "subject": "Un al doilea pas, mic",
      "preheader": "Livrare gratuită la următoarea comandă",
      "body": "Îți mulțumim că ne-ai încercat. Următoarea ta comandă călătorește gratuit, oricât de mică ar fi.\n\n[Alege ceva mic](https://shop.example/ro/small)"
     },
     "nl": {
      "subject": "Een kleine tweede stap",
      "preheader": "Gratis bezorging bij je volgende bestelling",
      "body": "Fijn dat je ons probeerde. Je volgende bestelling reist gratis, hoe klein ook.\n\n[Kies iets kleins](https://shop.example/nl/small)"
     },
     "fi": {
      "subject": "Pieni toinen askel",
      "preheader": "Seuraavan tilauksen toimitus on ilmainen",
      "body": "Kiitos, että kokeilit meitä. Seuraava tilauksesi matkustaa ilmaiseksi, olipa se miten pieni tahansa.\n\n[Valitse jotain pientä](https://shop.example/fi/small)"
     },
     "ar": {
      "subject": "خطوة ثانية صغيرة",
      "preheader": "توصيل مجاني لطلبك القادم",
      "body": "شكراً لتجربتك لنا. طلبك القادم يصل مجاناً مهما كان حجمه.\n\n[اختر شيئاً صغيراً](https://shop.example/ar/small)"
     }
    }
   }
  },
  {
   "id": "n_last",
   "type": "wait",
   "data": {
    "until": "event",
    "event": {
     "name": "Order Completed",
     "where": []
    },
    "atMost": "P30D"
   }
  },
  {
   "id": "n_done",
   "type": "exit",
   "data": {
    "reason": "Finished"
   }
  }
 ],
 "edges": [
  {
   "id": "e_1",
   "source": "n_first",
   "sourceHandle": "next",
   "target": "n_next"
  },
  {
   "id": "e_2",
   "source": "n_next",
   "sourceHandle": "happened",
   "target": "n_again"
  },
  {
   "id": "e_3",
   "source": "n_next",
   "sourceHandle": "timeout",
   "target": "n_size"
  },
  {
   "id": "e_4",
   "source": "n_size",
   "sourceHandle": "p_large",
   "target": "n_a"
  },
  {
   "id": "e_5",
   "source": "n_size",
   "sourceHandle": "else",
   "target": "n_b"
  },
  {
   "id": "e_6",
   "source": "n_a",
   "sourceHandle": "next",
   "target": "n_last"
  },
  {
   "id": "e_7",
   "source": "n_b",
   "sourceHandle": "next",
   "target": "n_last"
  },
  {
   "id": "e_8",
   "source": "n_last",
   "sourceHandle": "happened",
   "target": "n_done"
  },
  {
   "id": "e_9",
   "source": "n_last",
   "sourceHandle": "timeout",
   "target": "n_done"
  }
 ],
 "settings": {
  "reentry": {
   "allow": "never"
  },
  "exit": [],
  "goal": {
   "event": {
    "name": "Order Completed",
    "where": []
   },
   "within": "P60D",
   "value": {
    "property": "total",
    "currency": "USD"
   }
  }
 },
 "notes": []
}'),
  ('d0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000103', 'Win back quiet customers', 'draft', null, '{
 "format": 1,
 "nodes": [
  {
   "id": "n_left",
   "type": "trigger",
   "data": {
    "on": "event",
    "event": {
     "name": "subscription_cancelled",
     "where": []
    }
   }
  },
  {
   "id": "n_rest",
   "type": "wait",
   "data": {
    "until": "duration",
    "lasting": "P30D"
   }
  },
  {
   "id": "n_back",
   "type": "message",
   "data": {
    "name": "What is new",
    "channel": "email",
    "topic": "marketing",
    "content": {}
   }
  }
 ],
 "edges": [
  {
   "id": "e_1",
   "source": "n_left",
   "sourceHandle": "next",
   "target": "n_rest"
  },
  {
   "id": "e_2",
   "source": "n_rest",
   "sourceHandle": "next",
   "target": "n_back"
  }
 ],
 "settings": {
  "reentry": {
   "allow": "after",
   "rest": "P180D"
  },
  "exit": []
 },
 "notes": []
}');

insert into public.journey_versions (workspace_id, journey_id, version, document)
select workspace_id, id, live_version, draft from public.journeys
where workspace_id = 'd0000000-0000-4000-8000-000000000001' and live_version is not null;
