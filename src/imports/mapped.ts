import type { Format } from './format';

/** Any other file: our columns by their headers and synonyms, or as somebody has mapped them. */
export const mapped: Format = {
  id: 'mapped',
  label: 'Another file',
  help: 'Any other file: columns are found by their headers in four languages, or mapped by hand in the sidebar.',
  recognises: () => true,
  takes: (_headers, known) => known,
};
