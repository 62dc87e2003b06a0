import { languageName } from '../../../google/languages';
import { foldName } from '../../../google/names';
import { languageHeaders } from '../../spellings';
import { user } from './make';

/**
 * The preferred language is Google's first; a wished one that stands elsewhere in the list is there. Case does not
 * count.
 */
export const language = user.found({
  id: 'language',
  header: 'Language',
  choices: 'languages',
  width: 120,
  synonyms: ['Preferred language', ...languageHeaders, 'Bevorzugte Sprache', 'Idioma preferido', 'Langue préférée'],
  note: 'A language or its code, such as Spanish or es. Empty: a new person gets the language of the account.',
  dash: 'A - does not belong here: write the language that is wanted.',
  find: (text, { lookups }) => lookups.language(text),
  shown: languageName,
  place: {
    read: ({ languages }, wished) =>
      languages.some((one) => foldName(one) === foldName(wished)) ? wished : (languages[0] ?? ''),
    write: (body, value) => ({ ...body, languages: [{ languageCode: value, preference: 'preferred' }] }),
  },
});
