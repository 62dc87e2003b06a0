/** Headers that more than one tab has, as people write them elsewhere. */

/** Of a language. */
export const languageHeaders: readonly string[] = [
  'Sprache',
  'Idioma',
  'Langue',
  '言語',
  '语言',
  '語言',
  '언어',
  'Lingua',
  'Taal',
  'Język',
];
