import { list, object } from '../body';
import type { Context } from '../context';
import { invalid } from '../errors';
import { isObject, type Json, type JsonObject } from '../json';
import { switchValue } from '../switch-values';

/** What the lists of a user's profile may hold (Users reference: sizes, types, what an entry needs). */

interface Shape {
  /** Bytes of the whole list as JSON. */
  readonly most: number;
  readonly types: readonly string[];
  /** Fields without which an entry is refused. */
  readonly needs?: readonly string[];
}

const words = (text: string): string[] => text.split(' ');
const kilobytes = (number: number): number => number * 1024;
const places = words('custom home other work');

const shapes: Readonly<Record<string, Shape>> = {
  addresses: { most: kilobytes(10), types: places },
  emails: { most: kilobytes(10), types: places, needs: ['address'] },
  externalIds: {
    most: kilobytes(2),
    types: words('account custom customer login_id network organization'),
    needs: ['value'],
  },
  ims: { most: kilobytes(2), types: places },
  keywords: { most: kilobytes(1), types: words('custom mission occupation outlook'), needs: ['value'] },
  locations: { most: kilobytes(10), types: words('custom default desk'), needs: ['area'] },
  organizations: { most: kilobytes(10), types: words('custom domain_only school unknown work') },
  phones: {
    most: kilobytes(1),
    types: words(
      'assistant callback car company_main custom grand_central home home_fax isdn main mobile other other_fax pager radio telex tty_tdd work work_fax work_mobile work_pager',
    ),
    needs: ['value'],
  },
  relations: {
    most: kilobytes(2),
    types: words(
      'admin_assistant assistant brother child custom domestic_partner dotted_line_manager exec_assistant father friend manager mother parent partner referred_by relative sister spouse',
    ),
    needs: ['value'],
  },
  websites: {
    most: kilobytes(2),
    types: words('app_install_page blog custom ftp home home_page other profile reservations resume work'),
    needs: ['value'],
  },
};

/** Throws 400 for a list of the profile that Google does not accept. */
export function checkProfile(context: Context): void {
  const { body } = context;
  for (const [field, shape] of Object.entries(shapes)) {
    const entries = list(body, field);
    if (entries) checkList(context, field, { shape, entries });
  }
  for (const field of ['gender', 'notes'])
    if (JSON.stringify(object(body, field) ?? {}).length > kilobytes(1)) throw wrong(field);
}

const wrong = (field: string): Error => invalid(`Invalid Input: ${field}`);

function checkList(
  context: Context,
  field: string,
  { shape, entries }: { readonly shape: Shape; readonly entries: readonly Json[] },
): void {
  if (Buffer.byteLength(JSON.stringify(entries)) > shape.most) throw wrong(field);
  const known = entries.filter(isObject);
  const primary = known.filter((entry) => entry['primary'] === true);
  if (known.length < entries.length || primary.length > 1) throw wrong(field);
  const anyType = switchValue(context.state, 'profileTypes') === 'any';
  if (!known.every((entry) => fits(entry, shape, anyType))) throw wrong(field);
}

const isText = (value: Json | undefined): value is string => typeof value === 'string' && value !== '';

function fits(entry: JsonObject, { types, needs = [] }: Shape, anyType: boolean): boolean {
  const { type } = entry;
  if (!needs.every((field) => isText(entry[field]))) return false;
  if (isText(entry['address']) && !/^[^@\s]+@[^@\s]+$/.test(entry['address'])) return false;
  if (type === 'custom' && !isText(entry['customType'])) return false;
  return type === undefined || type === null || anyType || (isText(type) && types.includes(type));
}
