import { Blocked } from '../engine/outcome';
import { Refusal } from '../engine/request';
import { consoles } from '../google/consoles';
import { countries } from '../google/countries';
import { text } from '../google/texts';

/** What Google does not take of a customer's details, said at the cell that is meant. */

/**
 * The refusal of a postal address (Google’s fields) as a person understands it; the refusal itself where it is about
 * something else. Only its text tells which field is meant: all have one reason (Reseller API, common errors).
 */
export function detailsRefused(refusal: unknown, address: Readonly<Record<string, unknown>>): unknown {
  if (!(refusal instanceof Refusal) || refusal.status !== 400) return refusal;
  const { postalCode, countryCode } = address;
  const country = countryName(text(countryCode));
  if (/postal_?code/i.test(refusal.message))
    return new Blocked(
      `Google does not take the postal code "${text(postalCode)}"${country === '' ? '' : ` for ${country}`}.`,
      'Correct it as it is written there, or correct Country.',
      { column: 'postalCode' },
    );
  if (/country/i.test(refusal.message))
    return new Blocked(
      `Google does not take the country ${country}: it sells nothing there, or your agreement does not cover it.`,
      `Correct Country, or compare ${consoles.partnerTerms.path}.`,
      { column: 'country' },
    );
  return refusal;
}

function countryName(code: string): string {
  return countries().find((one) => one.code === code)?.name ?? code;
}
