import type { Format, Headers, Take } from './format';
import { nameTakes } from './reading/person-names';

/** Headers of a column with the whole name, in the languages of our synonyms. */
export const wholeName = [
  'Name',
  'Full name',
  'Display name',
  'Vollständiger Name',
  'Anzeigename',
  'Nombre completo',
  'Nombre y apellidos',
  'Nom complet',
  'Prénom et nom',
];

/** Any other file: our columns by their headers and synonyms, or as somebody has mapped them. */
export const mapped: Format = {
  id: 'mapped',
  label: 'Any other file, by its headers',
  recognises: () => true,
  takes: (headers, known) => [...known, ...splitNames(headers, known)],
};

/** A file that has the whole name alone: it is split, as the preview shows. */
function splitNames(headers: Headers, known: readonly Take[]): readonly Take[] {
  const hasParts = known.some(({ column }) => column === 'firstName' || column === 'lastName');
  return hasParts || headers.at(...wholeName) < 0 ? [] : nameTakes(headers, { first: [], last: [], whole: wholeName });
}
