import { findLanguage, languageName } from '../../../google/languages';
import { languageHeaders } from '../../spellings';
import { codeOf, columns } from './makers';

/**
 * The default language. It has no place in the reseller's view of a customer, where the other columns are: the
 * customer's own Directory has it, so a procedure of its own looks and sets it (ensure/language.ts).
 */
export const language = columns.found({
  id: 'language',
  header: 'Language',
  choices: 'languages',
  width: 120,
  synonyms: ['Default language', 'Standardsprache', 'Langue par défaut', ...languageHeaders],
  note: 'The default language of people who are created from then on, so it is set before the first one. A language or its code.',
  find: (text) => codeOf('language', text, findLanguage(text)),
  shown: languageName,
});
