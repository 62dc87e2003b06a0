import type { Format } from './format';

/**
 * Our own list of people: the blank one that a customer fills in, and what was saved of the Users tab. Lines that begin
 * with # are its examples and choices.
 */
export const peopleList: Format = {
  id: 'people-list',
  label: 'Our people list',
  recognises: (headers) => headers.all[0] === 'Email' && headers.has('First name', 'Last name'),
  takes: (_headers, known) => known,
  passesOver: ([first = '']) => first.trim().startsWith('#'),
};
