import { limits } from './numbers';

/** Google's rules for passwords and their hashes (Directory API, users). No complaint repeats either. */

/** A password hash as Google takes it: the function's name and the value. */
export interface PasswordHash {
  readonly function: string;
  readonly value: string;
}

/**
 * A clear-text password: 8 to 100 ASCII characters, no blank at either end. Gives a complaint that does not repeat it,
 * or undefined.
 */
export function checkPassword(password: string): string | undefined {
  const { least, most } = limits.password;
  if (password.length < least)
    return `The password is too short: Google wants at least ${least} characters. Choose a longer one.`;
  if (password.length > most)
    return `The password is too long: Google takes at most ${most} characters. Choose a shorter one.`;
  if (/[^\x20-\x7e]/.test(password)) {
    return 'The password has an accent, a line break or another character that is not on an English keyboard. Use letters a–z, digits and the usual signs.';
  }
  return password !== password.trim() ? 'The password begins or ends with a blank. Take it out.' : undefined;
}

/** What a valid hash of each kind looks like. `crypt`: DES, or `$1$` (MD5), `$5$` (SHA-256), `$6$` (SHA-512). */
const shapes: Readonly<Record<string, { readonly pattern: RegExp; readonly want: string }>> = {
  MD5: { pattern: /^[0-9a-f]{32}$/i, want: '32 hexadecimal digits' },
  'SHA-1': { pattern: /^[0-9a-f]{40}$/i, want: '40 hexadecimal digits' },
  crypt: {
    pattern:
      /^(?:[./0-9A-Za-z]{13}|\$1\$[^$:\s]{1,8}\$[./0-9A-Za-z]{22}|\$5\$(?:rounds=\d+\$)?[^$:\s]{1,16}\$[./0-9A-Za-z]{43}|\$6\$(?:rounds=\d+\$)?[^$:\s]{1,16}\$[./0-9A-Za-z]{86})$/,
    want: 'a crypt hash of DES, $1$, $5$ or $6$',
  },
};

/**
 * A password hash: a function Google knows (`MD5`, `SHA-1`, `crypt`) and a value of its shape, of at most 10,000
 * rounds.
 */
export function checkPasswordHash(hash: PasswordHash): string | undefined {
  const shape = Object.prototype.hasOwnProperty.call(shapes, hash.function) ? shapes[hash.function] : undefined;
  if (!shape)
    return 'The password hash is of a kind that Google does not take. Use {SHA-1}, {MD5} or {crypt} in front of the hash.';
  if (!shape.pattern.test(hash.value))
    return `The password hash after {${hash.function}} is not ${shape.want}. Copy it again, whole and without blanks.`;
  const rounds = Number(/\$rounds=(\d+)\$/.exec(hash.value)?.[1] ?? 0);
  if (rounds <= limits.hashRounds.most) return undefined;
  return `The password hash has ${rounds} rounds; Google takes at most ${limits.hashRounds.most}. Make it again with fewer, or let Seatsheet make a password.`;
}
