/** Switches of the spreadsheet itself, which the Apps Script host reads; the first value is the default. */
export const sheetSwitches = {
  apostropheInText: {
    values: ['hidden', 'kept'],
    says: 'What becomes of the apostrophe before a text in a plain-text cell of the spreadsheet: gone, or read back.',
  },
  propertyLimit: { values: ['bytes', 'characters'], says: 'What the 9 KB of a property are counted in.' },
  locale: {
    values: ['en_US', 'de_DE', 'es_ES', 'fr_FR', 'it_IT', 'ja_JP', 'pl_PL', 'pt_BR', 'ru_RU', 'sv_SE', 'tr_TR'],
    says: 'Locale of the spreadsheet: how ticks, numbers and days are shown and read.',
  },
} as const;
