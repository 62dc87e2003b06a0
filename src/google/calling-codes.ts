import { doubtOfText } from '../engine/stand-in';

/**
 * The country codes that are in use, with those of satellites and other networks (ITU-T, “List of Recommendation E.164
 * assigned country codes”), after the +.
 */
const assigned =
  /^(?:1|7|2(?:[0347]|1[1-368]|2|5[0-8]|6|9[01789])|3(?:[0-469]|[57]\d|8[0-35-79])|4(?:[013-9]|2[013])|5|6(?:[0-6]|7[02-9]|8[0-35-9]|9[0-2])|8(?:[1246]|0[08]|5[02356]|7[08]|8[0-368])|9(?:[0-58]|6[0-8]|7[0-79]|9[1-8]))/;

/**
 * What speaks against writing a phone number, as a sentence: it stands for something else, or no country has its code.
 * A number without a + is anybody’s own way of writing it.
 */
export function doubtOfPhone(text: string): string | undefined {
  const [, code = ''] = /^[\s(]*\+[\s(]*(\d{1,3})/.exec(text) ?? [];
  return code === '' || assigned.test(code)
    ? doubtOfText(text)
    : `“+${code}” is no country’s code. Write + and the country code, as +34600123456.`;
}
