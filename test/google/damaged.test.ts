import { checkWhole } from '../../src/google/damaged';

/** Names that lost letters are told from names that only look foreign. */

const check = (text: string) => checkWhole('It', text);

/** A text whose UTF-8 is read as Windows-1252, as many programs on Windows do. */
const damaged = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

const sane = [
  ...['Łukasz Paweł', 'Åse Ångström', 'Étienne Ó Súilleabháin', 'JOÃO', 'Ñandú', 'Þór Guðmundsdóttir', 'Şükrü İnönü'],
  ...[
    'Nguyễn Thị Ánh',
    'CAFÉ’S',
    'JOSÉ–LUIS',
    'Đorđe',
    'Ewa Żółć',
    'Ümüt',
    'Seán O’Brien',
    "'t Hooft",
    'Müller & Söhne',
  ],
  ...['山田太郎', '김민준', 'Иван Сергеевич', 'Γιώργος', 'أحمد', 'שרה', 'देवी', 'Łódź 😀', '“Bo”', 'Jean‑Éric'],
];

test.each(sane.map((text) => [text]))('%s is whole', (text) => {
  expect(check(text)).toBeUndefined();
});

test.each([
  'Paweł',
  'Sébastien',
  'Jan-Érik',
  'Müller',
  'Guðmundsdóttir',
  'Żółć',
  'Иван',
  'Γιώργος',
  'O’Brien',
  'Ş. Yıldız',
])('%s read in the wrong encoding is seen, and what was meant is named', (text) => {
  expect(damaged(text)).not.toBe(text);
  expect(check(damaged(text))).toContain(`“${text}”`);
});

test('letters that are gone for good are seen', () => {
  expect(check('M\uFFFDller')).toContain('letter that was lost');
  for (const text of ['?ukasz', 'Pawe?', 'S?bastien']) expect(check(text)).toContain('? where a letter');
});
