/** What a reseller adds to mails and slips with sign-in details: text, never more. */
export interface Letterhead {
  /** Who set the account up: the reseller’s name; '' says nothing. */
  readonly name: string;
  /** Stands at the end; lines are kept. */
  readonly signature: string;
  /** Notes of one’s own by language, '' for none. */
  readonly en: string;
  readonly de: string;
  readonly es: string;
  readonly fr: string;
}

/** Nothing is added. */
export const noLetterhead: Letterhead = { name: '', signature: '', en: '', de: '', es: '', fr: '' };

/** The note in a language (two letters); without one the first that there is: a note in another language beats none. */
export function noteIn({ en, de, es, fr }: Letterhead, language: string): string {
  const notes: Readonly<Record<string, string>> = { en, de, es, fr };
  return notes[language] || en || de || es || fr;
}

/** Name and signature as they end a letter; '' where there is neither. */
export function signedBy({ name, signature }: Letterhead): string {
  return [name, signature].filter(Boolean).join('\n');
}
