import type { TextTab } from '../cli/sheets';
import type { Tenant, TenantAccount, TenantUser } from '../workspace/tenant';

/** What a bench starts from: a tenant, a sheet of people, and what that input asks of Google. */

/** What the rows of a bench want, and whether the accounts that they mean exist already. */
export interface Wanted {
  readonly rows: number;
  /** Each row's licence by its name in the sheet; left out: none, and no alias and no role either. */
  readonly licence?: LicenceName;
  readonly exists?: true;
  /** People who exist have nothing yet of what their rows list. */
  readonly bare?: true;
  /** Rows wish people who exist to be suspended. */
  readonly suspends?: true;
}

/** The product that is given, by the name that people write into the sheet. */
export type LicenceName = 'Business Starter' | 'Cloud Identity Free';

/** Every tenth row has an admin role. */
export const roleEvery = 10;

/** Users who are there already and have nothing to do with the rows. */
const others = 1_000;

/** Who is signed in: of a licence that everybody has, theirs is one more. */
const administrators = 1;

const domain = 'bench.example';
const customerId = 'C0bench01';
const unit = '/Staff';
const role = '_HELP_DESK_ADMIN_ROLE';

const licences: Readonly<Record<LicenceName, { readonly productId: string; readonly skuId: string }>> = {
  'Business Starter': { productId: 'Google-Apps', skuId: '1010020027' },
  'Cloud Identity Free': { productId: '101001', skuId: '1010010001' },
};

/** Syllables: names have to differ by more than a number, which no name may contain. */
const syllables = [
  'an',
  'bel',
  'cor',
  'dra',
  'el',
  'fin',
  'gor',
  'hal',
  'is',
  'jon',
  'ka',
  'lu',
  'mir',
  'no',
  'os',
  'pe',
  'rin',
  'sa',
  'tor',
  'ul',
];

/** One person of the sheet. */
interface Person {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly alias: string;
  readonly hasRole: boolean;
}

function person(index: number): Person {
  const number = String(index + 1).padStart(5, '0');
  return {
    email: `person.${number}@${domain}`,
    alias: `p${number}@${domain}`,
    hasRole: index % roleEvery === 0,
    firstName: nameOf(index),
    lastName: nameOf(index * 7 + 3),
  };
}

function nameOf(number: number): string {
  let letters = '';
  for (let rest = number + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    letters += syllables[rest % syllables.length] ?? '';
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
}

function people(rows: number): Person[] {
  return Array.from({ length: rows }, (_none, index) => person(index));
}

/** The sheet. */
export function usersTab({ rows, licence, suspends }: Wanted): TextTab {
  const headers = [
    'Email',
    'First name',
    'Last name',
    'Org unit',
    ...(licence ? ['Licences', 'Aliases', 'Roles'] : []),
    ...(suspends ? ['State'] : []),
  ];
  const cells = people(rows).map((one) => [
    one.email,
    one.firstName,
    one.lastName,
    unit,
    ...(licence ? [licence, one.alias, one.hasRole ? 'Help Desk Admin' : ''] : []),
    ...(suspends ? ['Suspended'] : []),
  ]);
  return { name: 'Users', rows: [headers, ...cells] };
}

/** The account: its administrator, the others, and the people of the sheet where they exist already. */
export function tenantOf(wanted: Wanted): Tenant {
  const admin = `admin@${domain}`;
  return { now: '2026-03-02T08:00:00.000Z', signedInAs: admin, accounts: [account(wanted, admin)] };
}

function account({ rows, licence, exists, bare }: Wanted, admin: string): TenantAccount {
  const there = exists ? people(rows) : [];
  const served = bare ? [] : there;
  const sku = licence && licences[licence];
  return {
    customer: { id: customerId, customerDomain: domain },
    domains: [{ domainName: domain, isPrimary: true, verified: true }],
    orgUnits: [{ orgUnitPath: unit }],
    users: [
      { primaryEmail: admin, name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true },
      ...Array.from({ length: others }, (_none, index) => stranger(index)),
      ...there.map((one) => existing(one, licence !== undefined && !bare)),
    ],
    ...(sku
      ? {
          subscriptions: [
            {
              skuId: sku.skuId,
              plan: { planName: 'FLEXIBLE' },
              seats: { maximumNumberOfSeats: rows + others + administrators },
            },
          ],
        }
      : {}),
    ...(sku ? { licences: served.map(({ email }) => ({ userId: email, ...sku })) } : {}),
    ...(sku
      ? {
          roleAssignments: served
            .filter((one) => one.hasRole)
            .map(({ email }) => ({ roleName: role, assignedTo: email })),
        }
      : {}),
  };
}

function stranger(index: number): TenantUser {
  const number = String(index + 1).padStart(4, '0');
  return {
    primaryEmail: `other.${number}@${domain}`,
    name: { givenName: nameOf(index), familyName: 'Other' },
    orgUnitPath: unit,
  };
}

function existing({ email, firstName, lastName, alias }: Person, aliases: boolean): TenantUser {
  return {
    primaryEmail: email,
    name: { givenName: firstName, familyName: lastName },
    orgUnitPath: unit,
    ...(aliases ? { aliases: [alias] } : {}),
  };
}
