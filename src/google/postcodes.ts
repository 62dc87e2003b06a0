/**
 * How postal codes look. Google wants one for every new customer (Reseller API, customers, `postalCode`) and refuses
 * some that do not fit the country, without saying which: so what looks wrong is remarked on and never stopped.
 */

/**
 * A country a line: its code, and a code of each shape as people write it. 9 stands for any digit, A for a letter, *
 * for either; blanks and hyphens are not counted (postal operators; Universal Postal Union, addressing sheets).
 */
const table = `
AR 9999; A9999AAA
AT 9999
AU 9999
BE 9999
BG 9999
BR 99999-999
CA A9A 9A9
CH 9999
CL 999 9999
CN 999999
CO 999999
CY 9999
CZ 999 99
DE 99999
DK 9999
EE 99999
ES 99999
FI 99999
FR 99999
GB A9 9AA; A99 9AA; AA9 9AA; AA99 9AA; A9A 9AA; AA9A 9AA
GR 999 99
HR 99999
HU 9999
ID 99999
IE A** ****
IL 9999999; 99999
IN 999 999
IS 999
IT 99999
JP 999-9999
KR 99999; 999-999
LI 9999
LT 99999
LU 9999
LV 9999
MC 99999
MX 99999
MY 99999
NL 9999 AA
NO 9999
NZ 9999
PH 9999
PL 99-999
PT 9999-999
RO 999999
RS 99999
RU 999999
SA 99999; 99999-9999
SE 999 99
SG 999999
SI 9999
SK 999 99
TH 99999
TR 99999
TW 999; 99999; 999999
UA 99999
US 99999; 99999-9999
VN 99999; 999999
ZA 9999
`;

/** Countries and territories that have none (Universal Postal Union). */
const none = new Set(
  'AE AG AO AW BF BI BJ BS BW BZ CD CF CG CI CM DJ DM ER FJ GA GM GQ GY HK KI KM ML MR MW NR QA RW SB SC SL SR TD TG TK TO TV UG VU YE ZW'.split(
    ' ',
  ),
);

/** What stands for no postal code: Google wants something. */
const placeholder = '00000';

let shapes: ReadonlyMap<string, readonly string[]> | undefined;

function shapesOf(country: string): readonly string[] {
  shapes ??= new Map(
    table
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, 2), line.slice(3).split('; ')]),
  );
  return shapes.get(country) ?? [];
}

/**
 * What looks wrong with a postal code, as a sentence; undefined where it looks right or nothing is known of the
 * country. `country`: its two-letter code and its name.
 */
export function adviseOnPostcode(
  text: string,
  country: { readonly code: string; readonly name: string },
): string | undefined {
  const { code, name } = country;
  if (none.has(code)) return onNone(text, name);
  const known = shapesOf(code);
  const [usual] = known;
  if (usual === undefined || known.some((shape) => fits(text, shape, code))) return undefined;
  const lost = known.find((shape) => fits(zeroed(text, shape), shape, code));
  if (lost !== undefined)
    return `The postal code "${text}" is short for ${name}. Did a spreadsheet take a zero from its beginning? Then write ${zeroed(text, lost)}.`;
  return `The postal code "${text}" does not look like one of ${name}, which are written as ${exampleOf(usual)}. Look at it and at Country: Google may refuse a code that does not fit.`;
}

/** What to write where a country has no postal codes; undefined for one that has. */
export function withoutPostcodes({ code, name }: { readonly code: string; readonly name: string }): string | undefined {
  return none.has(code) ? `${name} has no postal codes, and Google wants one: write ${placeholder}.` : undefined;
}

/** A row of zeros, nines or words such as `n/a` stands for nothing; Hong Kong writes 999077. */
function onNone(text: string, name: string): string | undefined {
  if (/^(0+|9+|999077)$/.test(bare(text))) return undefined;
  return `${name} has no postal codes. "${text}" may be right all the same; where Google refuses it, write ${placeholder}.`;
}

const bare = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** `D-10115` and `LV-1010` are written on letters from abroad. */
function fits(text: string, shape: string, country: string): boolean {
  const short = country.slice(0, 1);
  const plain = /^\d/.test(shape)
    ? text.trim().replace(new RegExp(`^(${country}|${short})[\\s-]*(?=\\d)`, 'i'), '')
    : text;
  return pattern(shape).test(bare(plain));
}

const marks: Readonly<Record<string, string>> = { 9: '\\d', A: '[A-Z]', '*': '[A-Z\\d]' };

function pattern(shape: string): RegExp {
  return new RegExp(`^${[...bare(shape)].map((mark) => marks[mark] ?? mark).join('')}$`);
}

/** The text with the zeros that it lacks of a shape of digits. */
function zeroed(text: string, shape: string): string {
  const length = bare(shape).length;
  const isDigits = /^9+$/.test(bare(shape)) && /^\d+$/.test(text);
  return isDigits && length - text.length <= 2 ? text.padStart(length, '0') : text;
}

const exampleOf = (shape: string): string => {
  let next = 0;
  return shape.replace(/[9A*]/g, (mark) => (mark === 'A' ? 'ABCDEF' : '123456789').charAt(next++ % 6));
};
