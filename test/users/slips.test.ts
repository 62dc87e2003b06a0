import { openDesk } from '../sandbox-desk';
import { account, newCustomer, open as openReseller } from '../new-customers/reseller';
import { expectSettled, open, orgUnitsAt, person, row, shop, userAt, writesDuring } from './shop';

/** What is surely or probably a slip of a key is said before it is sent; what Google has already is never doubted. */

const ana = 'ana@shop.example';
const bea = 'bea@shop.example';

describe('A phone number', () => {
  const phones = ['Recovery phone', 'Work phone', 'Mobile phone'];

  test.each(phones)('with a country code that no country has is not written: %s', (header) => {
    const wrong = ['+999 123 45678', '+210 1234567', '(+424) 34 56 789'];
    const desk = open(wrong.map((number, at) => row(`p${String(at)}@shop.example`, { [header]: number })));
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('p0@shop.example')['Details']).toBe(
      `${header}: “+999” is no country’s code. Write + and the country code, as +34600123456.`,
    );
    for (const at of wrong.keys())
      expect(desk.row(`p${String(at)}@shop.example`)['Details']).toContain('no country’s code');
  });

  test('of every country, without one, or with such a code at Google is never doubted', () => {
    const right = ['+1 212 555 0100', '+7 495 1234567', '+20 2 12345678', '+211 912345678', '+383 44 123456'];
    const more = ['+44 20 7946 0958', '+590 590 123456', '+689 40123456', '+886 2 12345678', '+992 372 123456'];
    const free = { 'Work phone': 'ext. 4711', 'Mobile phone': '0171 1234567' };
    const old = { recoveryPhone: '+21099912345', phones: [{ type: 'work', value: '+999 1' }] };
    const desk = open(
      [
        ...[...right, ...more].map((number, at) => row(`p${String(at)}@shop.example`, { 'Recovery phone': number })),
        row(ana, free),
        row(bea, { 'Recovery phone': '+210 999 12345', 'Work phone': '+999 1' }),
      ],
      { users: [person(bea, 'Ana Ruiz', old)] },
    );
    desk.checkAndRun();
    expect(userAt(desk, ana)).toMatchObject({ phones: [{ value: 'ext. 4711' }, { value: '0171 1234567' }] });
    expectSettled(desk);
  });

  test('of a customer is held against the same codes', () => {
    const desk = openReseller({ customers: [newCustomer('acme.example', { Phone: '+999 30 1234567' })] });
    desk.checkAndRun();
    expect(desk.row('Customers!acme.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('“+999” is no country’s code') as string,
    });
  });
});

describe('An address elsewhere that is a slip of a well-known one', () => {
  const slips = {
    'gmial.com': 'gmail.com',
    'gmail.con': 'gmail.com',
    'hotmial.com': 'hotmail.com',
    'outlok.com': 'outlook.com',
    'yaho.com': 'yahoo.com',
    'gmail.co': 'gmail.com',
    // Gmail and iCloud give addresses on one domain in every country; the others do on those of countries.
    'gmial.fr': 'gmail.com',
    'gmail.es': 'gmail.com',
    'iclod.de': 'icloud.com',
    'hotmial.fr': 'hotmail.fr',
  };

  test.each(['Recovery email', 'Send details to', 'Secondary email'])('is asked about: %s', (header) => {
    const desk = open(
      Object.keys(slips).map((domain) => row(`${domain.replace('.', '-')}@shop.example`, { [header]: `a@${domain}` })),
    );
    desk.checkAndRun();
    for (const [slip, meant] of Object.entries(slips))
      expect(desk.row(`${slip.replace('.', '-')}@shop.example`)).toMatchObject({
        Status: 'Needs you',
        Details: `a@${slip} looks like a slip of a@${meant}. Use a@${slip} all the same? Answer in the sidebar, or correct the cell.`,
      });
    desk.checkAndRun({ yes: 'all' });
    for (const slip of Object.keys(slips))
      expect(desk.row(`${slip.replace('.', '-')}@shop.example`)['Status']).toBe('Done');
    expectSettled(desk);
  });

  test('is asked about once, however many rows of the account have it', () => {
    const rows = ['p1', 'p2', 'p3'].map((name) => row(`${name}@shop.example`, { 'Send details to': 'it@gmial.com' }));
    const desk = open(rows);
    desk.check({ yes: ['Users!p2@shop.example'] });
    desk.checkAndRun();
    for (const { Email } of rows) expect(desk.row(Email)['Status']).toBe('Done');
  });

  test('is nobody’s business where the domain is a real one, where Google has it, or where it was used before', () => {
    const real = ['a@gmail.com', 'a@ymail.com', 'a@mail.com', 'a@yahoo.co.uk', 'a@hotmail.co.uk', 'a@outlook.de'];
    const desk = open(
      [
        ...real.map((address, at) => row(`p${String(at)}@shop.example`, { 'Recovery email': address })),
        row(bea, { 'Recovery email': 'bea@gmial.com' }),
      ],
      { users: [person(bea, 'Ana Ruiz', { recoveryEmail: 'bea@gmial.com' })] },
    );
    desk.checkAndRun();
    expectSettled(desk);
  });

  test('of a customer is asked about, unless it has it already', () => {
    const address = 'boss@gmial.com';
    const had = account('acme.example');
    const desk = openReseller(
      {
        customers: [
          newCustomer('nova.example', { 'Alternate email': address }),
          { Domain: 'acme.example', 'Alternate email': address },
          { Domain: 'beta.example', 'Alternate email': address },
        ],
      },
      [{ ...had, customer: { ...had.customer, alternateEmail: address } }, account('beta.example')],
    );
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('Customers!acme.example')['Status']).toBe('Up to date');
    for (const domain of ['nova.example', 'beta.example'])
      expect(desk.row(`Customers!${domain}`)['Details']).toContain('looks like a slip of boss@gmail.com');
    desk.checkAndRun({ yes: 'all' });
    for (const domain of ['nova.example', 'beta.example'])
      expect(desk.row(`Customers!${domain}`)['Details']).not.toContain('slip');
  });
});

test('a new group is not called or described by what stands for no value, and one that is there stays as it is', () => {
  const groups = [
    { 'Group email': 'new1@shop.example', Name: 'n/a', Description: '' },
    { 'Group email': 'new2@shop.example', Name: 'Sales', Description: 'TBD' },
    { 'Group email': 'old@shop.example', Name: 'TBD', Description: '?' },
  ];
  const desk = openDesk({
    tenant: shop({
      users: [person(ana, 'Ana Ruiz')],
      groups: [{ email: 'old@shop.example', name: 'TBD', description: '?' }],
    }),
    users: [row(ana, { Groups: 'new1@shop.example' })],
    tabs: { Groups: groups },
  });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row('Groups!new1@shop.example')['Details']).toContain('Name: “n/a” stands for no value.');
  expect(desk.row('Groups!new2@shop.example')['Details']).toContain('Description: “TBD” stands for no value.');
  expect(desk.row('Groups!old@shop.example')['Status']).toBe('Up to date');
  expect(desk.row(ana)['Details']).toContain('see its row on Groups');
});

test('a new org unit that differs from one that is there in accents alone, or was escaped by a web page, is asked about', () => {
  const units = { '/Tecnica': '/Técnica', '/R&amp;D': '/R&D', '/Ventas/Peru': '/Ventas/Perú' };
  const desk = open(
    Object.keys(units).map((unit, at) => row(`p${String(at)}@shop.example`, { 'Org unit': unit })),
    { orgUnits: [...Object.values(units), '/Ventas'].sort().map((orgUnitPath) => ({ orgUnitPath })) },
  );
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  for (const [at, there] of Object.values(units).entries())
    expect(desk.row(`p${String(at)}@shop.example`)['Details']).toContain(`${there}.`);
  desk.checkAndRun({ yes: 'all' });
  expect(orgUnitsAt(desk)).toEqual(expect.arrayContaining(['/Tecnica', '/R&amp;D', '/Ventas/Peru']));
});
