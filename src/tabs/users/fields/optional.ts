import { quote } from '../../../table/text';

/** What the columns of the profile have in common: a `-` clears them, and set-up makes them only where they are wished. */
export const optional = { clearable: true, optional: true } as const;

/** What is wrong with a number that the spreadsheet has turned into another one. */
export function wholeNumber(text: string): string | undefined {
  return /^\d[\d.,]*E\+?\d+$|^#+$/i.test(text)
    ? `The spreadsheet has turned the number into ${quote(text)}. Format the cell as plain text and type the number again.`
    : undefined;
}
