import fc from 'fast-check';
import { cloudIdentity, open, usersAt, writesDuring } from '../users/shop';
import { countries, type Country, type Typed } from './countries';

/** Nobody is asked about people who are as they should be, wherever they live, and Google gets what was typed. */

const typed = (text: Typed): string => (typeof text === 'string' ? text : text[0]);
const held = (text: Typed): string => (typeof text === 'string' ? text : text[1]);

/** What stands before the @: letters a–z and what else Google takes there. */
const before = (at: number): string =>
  `${['p', 'o\u0027brien-', 'anne-marie.', 'j_', '4711.', 'Dr.'][at % 6] ?? ''}${String(at)}`;
const domains: readonly Typed[] = [
  'shop.example',
  ['müller.example', 'xn--mller-kva.example'],
  'xn--mller-kva.example',
  ['日本語.example', 'xn--wgv71a119e.example'],
];
const aliasDomains: readonly Typed[] = ['shop.example', ['Müller.example', 'xn--mller-kva.example']];
const homes: readonly Typed[] = ['home.example', ['bücher.example', 'xn--bcher-kva.example']];
const costCentres = ['0042', '00100', '4711-01', '12.10', 'CC 1', '7', '1E5', '2E10', '001/2', '1.000'];
const employeeIds = ['000123', 'E-17', '1E5', '3E04', '12-345', 'A/7', '4711', '01/02-1990', '99999999999999999999'];
const workPhones = ['ext. 12', '0612 345', '+1 555 0100 x12', '(030) 12-34', '112', '+49 (0)89 1', '00 44 20'];
const titles = [
  'Head of "R&D"',
  'C++ developer',
  '@home care',
  'Manager (m/w/d)',
  'Nº 1',
  '1st officer',
  'CEO & founder',
];
const addresses = [
  'Calle Mayor 1\n28013 Madrid',
  '1-2-3 西新宿',
  'Straße 5, 10115 Berlin',
  'P.O. Box 12',
  '12/4 MG Road',
];
const buildings = ['HQ', '1', '2E1', 'Bât. 3', '03'];

interface Sane {
  readonly email: Typed;
  readonly first: Typed;
  readonly last: Typed;
  readonly unit: string;
  readonly phone: Typed;
  readonly home: Typed;
  readonly alias: Typed;
  readonly department: string;
  readonly costCentre: string;
  readonly employeeId: string;
  readonly workPhone: string;
  readonly title: string;
  readonly address: string;
  readonly building: string;
}

/** An address on a domain, with the name before the @ in both. */
const on = (name: string, domain: Typed): Typed => [
  `${name}@${typed(domain)}`,
  `${name}@${held(domain)}`.toLowerCase(),
];

const pick = <One>(list: readonly One[]) => fc.constantFrom(...list);

const someone = (country: Country, at: number): fc.Arbitrary<Sane> =>
  fc.record({
    email: pick(domains).map((domain) => on(before(at), domain)),
    first: pick(country.first),
    last: pick(country.last),
    unit: pick(country.units),
    phone: pick(country.phones),
    home: pick(homes).map((domain) => on(`private.${String(at)}`, domain)),
    alias: pick(aliasDomains).map((domain) => on(`second-${String(at)}`, domain)),
    department: pick(country.departments),
    costCentre: pick(costCentres),
    employeeId: pick(employeeIds),
    workPhone: pick(workPhones),
    title: pick(titles),
    address: pick(addresses),
    building: pick(buildings),
  });

const row = (one: Sane): Readonly<Record<string, string>> => ({
  Email: typed(one.email),
  'First name': typed(one.first),
  'Last name': typed(one.last),
  'Org unit': one.unit,
  'Recovery phone': typed(one.phone),
  'Recovery email': typed(one.home),
  Aliases: typed(one.alias),
  Department: one.department,
  'Cost centre': one.costCentre,
  'Employee ID': one.employeeId,
  'Work phone': one.workPhone,
  Title: one.title,
  Address: one.address,
  Building: one.building,
});

const atGoogle = (one: Sane): object => ({
  name: { givenName: held(one.first), familyName: held(one.last) },
  orgUnitPath: one.unit,
  recoveryPhone: held(one.phone),
  recoveryEmail: held(one.home),
  aliases: [held(one.alias)],
  organizations: [
    { type: 'work', primary: true, title: one.title, department: one.department, costCenter: one.costCentre },
  ],
  externalIds: [{ type: 'organization', value: one.employeeId }],
  phones: [{ type: 'work', value: one.workPhone }],
  addresses: [{ type: 'work', formatted: one.address }],
  locations: [{ type: 'desk', area: 'desk', buildingId: one.building }],
});

const perCountry = 15;
const [people = []] = fc.sample(
  fc.tuple(
    ...countries.flatMap((country, at) =>
      Array.from({ length: perCountry }, (_none, n) => someone(country, at * perCountry + n)),
    ),
  ),
  { numRuns: 1, seed: 20260302 },
);

test('three hundred people of twenty countries are made without one question, and Google holds what was typed', () => {
  expect(people).toHaveLength(300);
  const desk = open(people.map(row), {
    domains: ['shop.example', 'xn--mller-kva.example', 'xn--wgv71a119e.example'].map((domainName, at) => ({
      domainName,
      isPrimary: at === 0,
      verified: true,
    })),
    orgUnits: [{ orgUnitPath: '/50% Stelle' }],
    subscriptions: [{ skuId: cloudIdentity, plan: { planName: 'FREE' }, seats: { maximumNumberOfSeats: 500 } }],
  });
  const plan = desk.check();
  const asPlanned = /^(?:Will create the org unit [^.]*\..*? )?Will create the user \(.*\), add the alias \S+\.$/u;
  const said = desk.rows().filter(({ Details = '' }) => !asPlanned.test(Details));
  expect(said.map(({ Email, Details }) => [Email, Details])).toEqual([]);
  expect([plan.needs, plan.asks, plan.unused]).toEqual([[], [], undefined]);
  desk.run();
  const asDone = /^(?:Created the org unit .*, c|C)reated the user, added the alias \S+\.$/;
  const ended = desk.rows().filter(({ Details = '' }) => !asDone.test(Details));
  expect(ended.map(({ Email, Details }) => [Email, Details])).toEqual([]);
  const there = new Map(usersAt(desk).map((user) => [user.primaryEmail, user]));
  for (const one of people) expect(there.get(held(one.email))).toMatchObject(atGoogle(one));
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(new Set(desk.rows().map(({ Status }) => Status))).toEqual(new Set(['Up to date']));
});
