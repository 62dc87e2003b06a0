import { user } from './make';

/** What Google's file says of its Password column. A row that has it is stopped: here a hash names its function itself. */
export const hashFunction = user.text({
  id: 'hashFunction',
  header: 'Password hash function',
  optional: true,
  synonyms: ['Password Hash Function [UPLOAD ONLY]', 'Hash function'],
  note: 'Of Google’s own file. Import that file instead: then the hash goes with its function.',
});
