/** First names per locale, and where its people live. */
export const demoPeople = [
  { locale: 'en', zone: 'Europe/London', names: ['Emma', 'Oliver', 'Grace', 'Noah', 'Ruby', 'Arthur', 'Isla', 'Leo'] },
  {
    locale: 'ro',
    zone: 'Europe/Bucharest',
    names: ['Ștefania', 'Andrei', 'Ioana', 'Mihai', 'Ana', 'Vlad', 'Țintea', 'Radu'],
  },
  {
    locale: 'nl',
    zone: 'Europe/Amsterdam',
    names: ['Sanne', 'Daan', 'Fleur', 'Bram', 'Lotte', 'Thijs', 'Noor', 'Sem'],
  },
  {
    locale: 'fi',
    zone: 'Europe/Helsinki',
    names: ['Aino', 'Väinö', 'Helmi', 'Eetu', 'Sofia', 'Onni', 'Lyyti', 'Leevi'],
  },
  {
    locale: 'uz',
    zone: 'Asia/Tashkent',
    names: ['Dilnoza', 'Aziz', 'Gulnora', 'Sardor', 'Oʻgʻiloy', 'Jasur', 'Madina', 'Bobur'],
  },
  { locale: 'ar', zone: 'Asia/Dubai', names: ['ليلى', 'يوسف', 'نور', 'عمر', 'مريم', 'خالد', 'سلمى', 'زيد'] },
  { locale: 'fr-CA', zone: 'America/Toronto', names: ['Chloé', 'Étienne'] },
] as const
