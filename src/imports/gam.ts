import { joined, same, type Format, type Headers, type Take } from './format';
import { customTake } from './reading/custom';

/**
 * What GAM's `print users` writes: Google's own field names, lists numbered (`phones.0.value`), licences as SKU ids
 * separated by blanks (GAM wiki, Users). It tells how people are: nobody is made an administrator by it.
 */
export const gam: Format = {
  id: 'gam',
  label: 'GAM print users',
  recognises: (headers) => headers.all[0] === 'primaryEmail' || headers.has('primaryEmail', 'name.givenName'),
  takes,
};

function takes(headers: Headers): readonly Take[] {
  const custom = customTake(headers);
  return [
    same(headers, 'email', 'primaryEmail'),
    same(headers, 'firstName', 'name.givenName'),
    same(headers, 'lastName', 'name.familyName'),
    same(headers, 'orgUnit', 'orgUnitPath'),
    same(headers, 'recoveryEmail', 'recoveryEmail'),
    same(headers, 'recoveryPhone', 'recoveryPhone'),
    same(headers, 'language', 'languages.0.languageCode', 'languages'),
    same(headers, 'userId', 'id'),
    { column: 'state', from: [headers.at('archived'), headers.at('suspended')], make: stateOf },
    { column: 'licences', from: [headers.at('Licenses')], make: ([text = '']) => joined(', ')(text.split(/\s+/)) },
    aliases(headers),
    same(headers, 'title', 'organizations.0.title'),
    same(headers, 'department', 'organizations.0.department'),
    same(headers, 'costCentre', 'organizations.0.costCenter'),
    same(headers, 'address', 'addresses.0.formatted'),
    same(headers, 'building', 'locations.0.buildingId'),
    ofType(headers, { column: 'manager', list: 'relations', type: 'manager' }),
    ofType(headers, { column: 'workPhone', list: 'phones', type: 'work' }),
    ofType(headers, { column: 'mobilePhone', list: 'phones', type: 'mobile' }),
    ofType(headers, { column: 'employeeId', list: 'externalIds', type: 'organization' }),
    ...(custom ? [custom] : []),
  ];
}

/** An archived one may be suspended, too: archived counts first. */
function stateOf([archived = '', suspended = '']: readonly string[]): string {
  if (isTrue(archived)) return 'Archived';
  return isTrue(suspended) ? 'Suspended' : '';
}

const isTrue = (text: string): boolean => text.trim().toLowerCase() === 'true';

/** `aliases` is a number where the list is written out beside it, else the list. */
function aliases(headers: Headers): Take {
  const numbered = headers.like(/^aliases\.\d+$/);
  const from = numbered.length ? numbered : [headers.at('aliases')];
  return { column: 'aliases', from, make: (texts) => joined(', ')(texts.flatMap((text) => text.split(/\s+/))) };
}

/** The value of the member of a numbered list that has this type. */
function ofType(
  headers: Headers,
  { column, list, type }: { readonly column: string; readonly list: string; readonly type: string },
): Take {
  const types = headers.like(new RegExp(`^${list}\\.\\d+\\.type$`));
  const values = types.map((place) => headers.at((headers.all[place] ?? '').replace(/type$/, 'value')));
  return {
    column,
    from: [...values, ...types],
    make: (texts) => texts.slice(0, values.length).find((_, at) => texts[values.length + at] === type) ?? '',
  };
}
