import { invalid } from '../errors';
import { sha256 } from '../ids';
import type { UserRecord } from '../state';
import type { PasswordHash } from '../tenant';

/**
 * What Google takes as a password (Directory API limits page: 8 to 100 ASCII characters) and what is kept of it: never
 * the text.
 */

const hashes: Readonly<Record<string, RegExp>> = {
  MD5: /^[0-9a-f]{32}$/i,
  'SHA-1': /^[0-9a-f]{40}$/i,
  crypt:
    /^(?:[./0-9A-Za-z]{13}|\$1\$[^$]{1,8}\$[./0-9A-Za-z]{22}|\$5\$(?:rounds=\d{1,5}\$)?[^$]{1,16}\$[./0-9A-Za-z]{43}|\$6\$(?:rounds=\d{1,5}\$)?[^$]{1,16}\$[./0-9A-Za-z]{86})$/,
};

const tooManyRounds = (value: string): boolean => Number(/rounds=(\d+)/.exec(value)?.[1] ?? 0) > 10_000;

/**
 * The salted hash that stands for a clear-text password; the salt follows from the user and the version, so runs agree.
 */
export function storePassword(user: Pick<UserRecord, 'id' | 'version'>, password: string): PasswordHash {
  const salt = sha256(`salt/${user.id}/${user.version}`).slice(0, 32);
  return { salt, sha256: sha256(salt + password) };
}

/** Checks a password as it arrives. Throws 400 `invalid`, without the password in the text. */
export function checkPassword(password: string, hashFunction: string | undefined): void {
  if (hashFunction === undefined || hashFunction === '') {
    if (!/^[\x20-\x7e]{8,100}$/.test(password)) throw invalid('Invalid Password');
    return;
  }
  const form = Object.hasOwn(hashes, hashFunction) ? hashes[hashFunction] : undefined;
  if (!form) throw invalid('Invalid Input: hashFunction');
  if (!form.test(password) || tooManyRounds(password)) throw invalid('Invalid Password');
}

/** What is kept of a password that has been checked: hash and salt, or the hash that was given with its function. */
export function keepPassword(
  user: Pick<UserRecord, 'id' | 'version'>,
  password: string,
  hashFunction: string | undefined,
): PasswordHash {
  return hashFunction ? { function: hashFunction, value: password } : storePassword(user, password);
}
