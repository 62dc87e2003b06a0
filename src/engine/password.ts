/** First passwords: derived, never stored. A repeat derives the same one, so that none can be lost. */

/** Upper and lower case letters and digits without those that are read as others. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const length = 16;

/** Names one password of one person. */
export interface PasswordName {
  readonly address: string;
  readonly generation: number;
}

/**
 * The password that a secret gives to an address: 16 characters with an upper case letter, a lower case letter and a
 * digit (Google asks for 8 to 100). `mac` is HMAC-SHA-256 under the run's secret, as bytes from 0 to 255. Bytes that
 * would favour some letters are passed over.
 */
export function derivePassword(name: PasswordName, mac: (message: string) => readonly number[]): string {
  for (let attempt = 0; ; attempt++) {
    const password = lettersOf(name, attempt, mac);
    if (/[A-Z]/.test(password) && /[a-z]/.test(password) && /[0-9]/.test(password)) return password;
  }
}

function lettersOf(name: PasswordName, attempt: number, mac: (message: string) => readonly number[]): string {
  const fair = 256 - (256 % alphabet.length);
  let letters = '';
  for (let block = 0; letters.length < length; block++) {
    for (const byte of mac(`seatsheet password\n${name.address}\n${name.generation}\n${attempt}\n${block}`)) {
      if (byte < fair && letters.length < length) letters += alphabet.charAt(byte % alphabet.length);
    }
  }
  return letters;
}
