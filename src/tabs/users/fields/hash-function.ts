import { user } from './make';

/** What Google's file says of its Password column: that it is a hash, as if the function stood in front of it. */
export const hashFunction = user.text({
  id: 'hashFunction',
  header: 'Password hash function',
  optional: true,
  synonyms: ['Password Hash Function [UPLOAD ONLY]', 'Hash function'],
  note: 'Of Google’s own file: SHA-1, MD5 or crypt where the Password cell holds a hash; empty for clear text.',
});
