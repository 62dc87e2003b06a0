/**
 * Names, units and numbers as people of twenty countries write them, nothing of it wrong. What Google is to hold
 * differs from what is typed only in what nobody sees: composed accents, marks of direction, hard blanks, groups in a
 * number.
 */

/** A typed text and what Google is to hold; one text where it is the same. */
export type Typed = string | readonly [typed: string, held: string];

export interface Country {
  readonly first: readonly Typed[];
  readonly last: readonly Typed[];
  readonly units: readonly string[];
  readonly phones: readonly (readonly [typed: string, held: string])[];
  readonly departments: readonly string[];
}

const dach: Country = {
  first: ['Jörg', 'Käthe', 'Hans-Peter', 'Groß', 'Ute', ['Ju\u0308rgen', 'Jürgen']],
  last: ['Strauß', 'Müller-Lüdenscheidt', 'von der Heydt', 'Dr. Weiß', 'Öz', 'Wahr', 'März'],
  units: ['/Verkauf/München', '/Einkauf', '/50% Stelle'],
  phones: [
    ['+49 (0)89 1234567', '+49891234567'],
    ['+49/30/1234567', '+49301234567'],
    ['+43\u00A0660\u00A01234567', '+436601234567'],
    ['+41 (0) 44 668 18 00', '+41446681800'],
  ],
  departments: ['Finanzen & Controlling', 'Öffentlichkeitsarbeit', 'IT/Netze'],
};

const poland: Country = {
  first: ['Łukasz', 'Małgorzata', 'Żaneta', ['Bro\u0301nisława', 'Brónisława']],
  last: ['Świątek-Żółć', 'Dąbrowska', 'Gęś', 'Prawda'],
  units: ['/Sprzedaż/Łódź', '/Księgowość'],
  phones: [['+48\u00A0601\u00A0234\u00A0567', '+48601234567']],
  departments: ['Księgowość', 'Obsługa klienta'],
};

const nordic: Country = {
  first: ['Søren', 'Åse', 'Björk', 'Þór', 'Aino-Maija'],
  last: ['Ødegård', 'Ångström', 'Guðmundsdóttir', 'Sant', 'Ö'],
  units: ['/Økonomi', '/Försäljning/Malmö', '/Høyskolen'],
  phones: [
    ['+45 20 12 34 56', '+4520123456'],
    ['+46 (0)70-756 00 00', '+46707560000'],
    ['+354 611 1234', '+3546111234'],
    ['+358 40 123 4567', '+358401234567'],
  ],
  departments: ['Økonomi', 'Personal', 'FoU'],
};

const turkey: Country = {
  first: ['İbrahim', 'Işıl', 'Çağrı', 'IŞIK'],
  last: ['Yıldırım', 'ÖZTÜRK', 'Şahin-Gül', 'İnönü'],
  units: ['/Satış/İzmir', '/İnsan Kaynakları'],
  phones: [['+90 (532) 123 45 67', '+905321234567']],
  departments: ['İK', 'Satış'],
};

const vietnam: Country = {
  first: ['Thị Ánh', 'Đức', ['Vie\u0302\u0323t', 'Việt'], 'An'],
  last: ['Nguyễn', 'Trần Lê', 'Ng', 'Đỗ'],
  units: ['/Kinh doanh/Hà Nội', '/Kỹ thuật'],
  phones: [['+84 90 123 45 67', '+84901234567']],
  departments: ['Kế toán', 'Kỹ thuật'],
};

const ireland: Country = {
  first: ['Seán', 'Máire', 'D\u2019Arcy', 'Órlaith', 'Pat'],
  last: ['O\u2019Brien', "O'Neill", 'Ó Súilleabháin', 'Fitz-Gerald', 'True', 'St. John'],
  units: ['/People\u2019s Team', '/R&D', '/Support, Tier 1'],
  phones: [
    ['+353 (0)86 123 4567', '+353861234567'],
    ['+44\u201120\u20117946\u20110958', '+442079460958'],
  ],
  departments: ['R&D', 'Sales (EMEA)', '24/7 support'],
};

const france: Country = {
  first: ['Jean-Éric', 'Zoë', 'Anaïs', 'Jean\u2011Luc', ['E\u0301lodie', 'Élodie']],
  last: ['L\u2019Hôpital', 'Le Goff', 'Cœur', 'FAUX', 'd\u2019Alembert'],
  units: ['/Ventes & Marketing', '/Île-de-France', '/Qualité n°1'],
  phones: [
    ['+33 (0)1 42 68 53 00', '+33142685300'],
    ['+33.6.12.34.56.78', '+33612345678'],
  ],
  departments: ['Études', 'Achats/Logistique'],
};

const spain: Country = {
  first: ['Íñigo', 'Mª José', 'Núria', 'Xavi'],
  last: ['Ibáñez de la Peña', 'Muñoz', 'Gal·la', 'Falso'],
  units: ['/Ventas/Cataluña', '/Atención al cliente'],
  phones: [['+34 600\u2009123\u2009456', '+34600123456']],
  departments: ['Atención al cliente', 'I+D'],
};

const portugal: Country = {
  first: ['João', 'Conceição', 'JOSÉ'],
  last: ['da Silva e Sá', 'Gonçalves', "D'Ávila"],
  units: ['/Vendas/São Paulo', '/Operações'],
  phones: [
    ['+55 (11) 91234-5678', '+5511912345678'],
    ['+351 21 123 4567', '+351211234567'],
  ],
  departments: ['Operações', 'RH'],
};

const italy: Country = {
  first: ['Niccolò', 'Maria Pia', 'Vero'],
  last: ["Dell'Orto", 'De\u2019 Medici', 'Forlì', 'Sì'],
  units: ['/Vendite/Forlì', '/Qualità'],
  phones: [['+39 06 1234 5678', '+390612345678']],
  departments: ['Qualità', 'Ricerca'],
};

const netherlands: Country = {
  first: ['Daniëlle', 'IJsbrand', 'Sjoerd', 'Jan Willem'],
  last: ["'t Hooft", "van 't Veer", 'in \u2019t Veld', "'s-Gravesande", 'Waar'],
  units: ['/Verkoop/s-Hertogenbosch', '/Inkoop'],
  phones: [
    ['+31 (0)6 12345678', '+31612345678'],
    ['+32 475 12 34 56', '+32475123456'],
  ],
  departments: ['Inkoop', 'P&O'],
};

const middle: Country = {
  first: ['Ștefan', 'Řehoř', 'Ľuboš', 'Győző', 'Đorđe', 'Ťapka'],
  last: ['Őry', 'Žižka', 'Țepeș', 'Nováková', 'PRAVDA', 'Ković-Žic'],
  units: ['/Prodej/Plzeň', '/Értékesítés', '/Vânzări'],
  phones: [
    ['+420 601 123 456', '+420601123456'],
    ['+36 20 123 4567', '+36201234567'],
    ['+40 721 123 456', '+40721123456'],
  ],
  departments: ['Účetní', 'Pénzügy', 'Vânzări'],
};

const baltic: Country = {
  first: ['Jānis', 'Ąžuolas', 'Õnne', 'Ħal'],
  last: ['Bērziņš', 'Žemaitė', 'Tõnisson', 'Għawdex'],
  units: ['/Pārdošana', '/Müük/Tallinn'],
  phones: [['+371 20 123 456', '+37120123456']],
  departments: ['Grāmatvedība', 'Müük'],
};

const russia: Country = {
  first: ['Иван', 'Ёлка', ['И\u0306оана', 'Йоана'], 'Анна-Мария'],
  last: ['Щербаков', 'Чайковский', 'Ї-Гай', 'О\u2019Генрі'],
  units: ['/Отдел продаж/Москва', '/Бухгалтерия №2'],
  phones: [['+7 (912) 345-67-89', '+79123456789']],
  departments: ['Бухгалтерия', 'Склад №3'],
};

const greece: Country = {
  first: ['Γιώργος', 'Ελένη', ['Α\u0301ννα', 'Άννα']],
  last: ['Παπαδόπουλος', 'Ωμέγα', 'ΣΙΣΥΦΟΣ'],
  units: ['/Πωλήσεις/Αθήνα'],
  phones: [['+30 210 123 4567', '+302101234567']],
  departments: ['Λογιστήριο'],
};

const israel: Country = {
  first: ['שרה', ['\u200Fדוד\u200F', 'דוד'], 'ג\u05F3ורג\u05F3'],
  last: ['בן-דוד', 'כהן', 'צה\u05F4ל'],
  units: ['/קשרי לקוחות', '/מכירות/חיפה'],
  phones: [['\u202A+972-50-123-4567\u202C', '+972501234567']],
  departments: ['מכירות', 'מו\u05F4פ'],
};

const egypt: Country = {
  first: ['محمد', ['\u200Fأحمد', 'أحمد'], 'می\u200Cلاد', 'عبد الله'],
  last: ['الزهراني', 'آل سعود', 'مُحَمَّد'],
  units: ['/المبيعات/القاهرة'],
  phones: [
    ['+20 10 1234 5678', '+201012345678'],
    ['+971 50 123 4567', '+971501234567'],
  ],
  departments: ['المبيعات'],
};

const india: Country = {
  first: ['देवी', 'क्\u200Dष', 'R. K.', 'ส้ม', 'Ọlá'],
  last: ['श्रीनिवासन्', 'O', 'Venkata-Rao', 'ณ อยุธยา', 'Adébáyọ̀'],
  units: ['/Sales – West', '/बिक्री', '/2026 Intake'],
  phones: [
    ['+91 98765 43210', '+919876543210'],
    ['+66 81 234 5678', '+66812345678'],
    ['+234 803 123 4567', '+2348031234567'],
  ],
  departments: ['बिक्री', 'QA #2', '1st line'],
};

const eastAsia: Country = {
  // The second of both is a letter of its own in a family's register, which composing would change.
  first: ['太郎', '\uFA19\u4E00', '民준', '健　一', '𠮷乃'],
  last: ['髙橋', '\uFA11田', '金', '欧阳', '𩸽'],
  units: ['/営業部/東京', '/개발팀', '/研发部（北京）'],
  phones: [
    ['＋８１－９０－１２３４－５６７８', '+819012345678'],
    ['＋８１ー３ー１２３４ー５６７８', '+81312345678'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['+82-10-1234-5678', '+821012345678'],
  ],
  departments: ['営業部', '개발팀', '財務・経理'],
};

const english: Country = {
  first: ['X Æ', 'R2', 'Null', 'None', 'E.', 'May', 'J', 'Kaʻiulani'],
  last: ['Smith Jr.', 'A-12', 'Test', 'Void', 'MacDonald III', 'Moon/Sun', 'Suharto', '.'],
  units: ['/Q&A #1', '/Sales Emea', '/3. NDK/NDK2027/2_1', '/A-Team', '/Ops @ night', '/id cards'],
  phones: [
    ['+1 (415) 555-0100', '+14155550100'],
    ['+1.415.555.0100', '+14155550100'],
    ['+61 (0)2 9876 5432', '+61298765432'],
    ['+65 9123 4567', '+6591234567'],
    ['+62 812\u20133456\u20137890', '+6281234567890'],
  ],
  departments: ['Research - East', 'HR, payroll', 'N.A. sales', '"Skunk" works'],
};

export const countries: readonly Country[] = [
  ...[dach, poland, nordic, turkey, vietnam, ireland, france, spain, portugal, italy],
  ...[netherlands, middle, baltic, russia, greece, israel, egypt, india, eastAsia, english],
];
