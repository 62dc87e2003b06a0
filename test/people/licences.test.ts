import { person, skusOf, writesDuring } from '../users/shop';
import { businessStandard } from '../users/shop';
import { acme, call, customer, licence, open, people } from './agency';

/** Give or take a licence: people are found by what they are, and their Licences cells are written, nothing else. */

const [ana, bob, cy] = ['ana@acme.example', 'bob@acme.example', 'cy@acme.example'];
const signedIn = { lastLoginTime: '2026-02-01T08:00:00.000Z' };
const titled = (title: string) => ({ organizations: [{ title, primary: true }] });
const vault = { productId: 'Google-Vault', skuId: 'Google-Vault' };

const customers = [
  customer(acme, {
    orgUnits: [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Sales/North' }, { orgUnitPath: '/Salesforce' }],
    users: [
      person(ana, 'Ana Ruiz', { orgUnitPath: '/Sales/North', ...signedIn, ...titled('Senior Consultant') }),
      person(bob, 'Bob Berg', { orgUnitPath: '/Salesforce', suspended: true }),
      person(cy, 'Cy Cole', { orgUnitPath: '/Sales', ...signedIn }),
    ],
    licences: [licence(ana), licence(bob, businessStandard), { userId: ana, ...vault }],
    subscriptions: [
      ...[undefined, businessStandard, 'Google-Vault'].map((skuId = '1010020027') => ({
        skuId,
        plan: { planName: 'FLEXIBLE' as const },
        seats: { maximumNumberOfSeats: 50 },
      })),
    ],
  }),
];

const starter = 'Google Workspace Business Starter';
const filter = {
  ...{ customer: acme, product: starter, does: 'give' as const, orgUnit: '', title: '', holds: '', lacks: '' },
  ...{ neverSignedIn: false, suspended: false, from: 0 },
};
type Filter = Partial<Omit<typeof filter, 'does'>> & { readonly does?: 'give' | 'take' };

test.each<[string, Filter, readonly string[]]>([
  ['those who lack what is given', {}, [bob, cy]],
  ['those who hold what is taken', { does: 'take' }, [ana]],
  ['those in an org unit, with those below and nobody beside', { orgUnit: '/sales' }, [cy]],
  ['those with a title', { product: 'Google Voice Starter', title: 'consultant' }, [ana]],
  ['those who hold another product', { holds: 'Business Standard' }, [bob]],
  ['those who lack another product', { product: 'Business Plus', lacks: 'Google Vault' }, [bob, cy]],
  ['those who never signed in', { neverSignedIn: true }, [bob]],
  ['those who are suspended', { suspended: true }, [bob]],
])('finds %s', (_what, wanted, emails) => {
  const desk = open([], customers);
  const said = call(desk, 'findPeople', { ...filter, ...wanted });
  expect([said.total, said.people.map(({ email }) => email)]).toEqual([emails.length, emails]);
});

test('looking again with other wishes asks Google for no list again', () => {
  const desk = open([], customers);
  call(desk, 'findPeople', filter);
  const lists = () => desk.google.reads('licensing.licenseAssignments.listForProduct').length;
  const before = lists();
  expect(before).toBeGreaterThan(0);
  call(desk, 'findPeople', { ...filter, suspended: true });
  expect(lists()).toBe(before);
});

test('giving writes the product beside the others into the cells, and nothing else; the check then plans it', () => {
  const desk = open(
    [
      { Email: bob, Licences: 'Business Standard, Google Vault' },
      { Email: cy, Licences: '-' },
    ],
    customers,
  );
  const giving = { customer: acme, product: starter, does: 'give' as const, emails: [bob, cy], addRows: false };
  const before = people(desk);
  let keys: readonly string[] = [];
  expect(writesDuring(desk, () => (keys = call(desk, 'giveLicence', giving).keys))).toEqual([]);
  expect(keys).toEqual([`Users!${bob}`, `Users!${cy}`]);
  expect(people(desk)).toEqual([
    { ...before[0], Licences: `Google Vault, ${starter}` },
    { ...before[1], Licences: starter },
  ]);
  desk.checkAndRun({ scope: { kind: 'rows', rows: keys } });
  expect(skusOf(desk, bob)).toEqual(['1010020027', 'Google-Vault']);
  expect(skusOf(desk, cy)).toEqual(['1010020027']);
});

test('who has no row gets one that says all that they hold, so that nothing else changes by it', () => {
  const desk = open([], customers);
  const giving = { customer: acme, product: 'Business Standard', does: 'give' as const, emails: [ana, cy] };
  expect(call(desk, 'giveLicence', { ...giving, addRows: false })).toMatchObject({ keys: [] });
  expect(people(desk)).toEqual([]);
  const { keys, says } = call(desk, 'giveLicence', { ...giving, addRows: true });
  expect(says).toBe('Wrote 2 Licences cells, 2 of them in new rows. 0 said so already.');
  expect(keys).toHaveLength(2);
  expect(people(desk)).toMatchObject([
    { Email: ana, 'First name': '', Licences: 'Google Vault, Google Workspace Business Standard', From: 'Licences' },
    { Email: cy, Licences: 'Google Workspace Business Standard' },
  ]);
});

test('taking leaves the product out; a cell that would be empty says -, and a blank one what is left', () => {
  const desk = open(
    [
      { Email: ana, Licences: starter },
      { Email: bob, Licences: '' },
    ],
    customers,
  );
  const take = { customer: acme, does: 'take' as const, addRows: false };
  call(desk, 'giveLicence', { ...take, product: starter, emails: [ana] });
  call(desk, 'giveLicence', { ...take, product: 'Business Standard', emails: [bob] });
  expect(people(desk)).toMatchObject([
    { Email: ana, Licences: '-' },
    { Email: bob, Licences: '-' },
  ]);
  desk.type(ana, 'Licences', '');
  call(desk, 'giveLicence', { ...take, product: starter, emails: [ana] });
  expect(desk.row(ana)['Licences']).toBe('Google Vault');
});

test('a cell that says so already stays as it is, and so does one that nobody can read', () => {
  const desk = open(
    [
      { Email: bob, Licences: 'business standard; Busines Plus' },
      { Email: cy, Licences: '#REF!' },
    ],
    customers,
  );
  const giving = {
    customer: acme,
    product: 'Business Standard',
    does: 'give' as const,
    emails: [bob, cy],
    addRows: true,
  };
  expect(call(desk, 'giveLicence', giving).says).toContain('2 said so already');
  expect(people(desk).map(({ Licences }) => Licences)).toEqual(['business standard; Busines Plus', '#REF!']);
});

test('a product that nobody sells is refused by name', () => {
  const desk = open([], customers);
  expect(() => call(desk, 'findPeople', { ...filter, product: 'Busines Starter' })).toThrow(/No product is called/);
});
