import { namedRows } from '../../sandbox/cli/naming';
import { customerColumns } from '../../src/tabs/customers/columns';
import {
  nameCustomers,
  readCustomers,
  readToken,
  wishDigestInput,
  type CustomerRowRead,
  type CustomerSurroundings,
} from '../../src/tabs/customers/read';
import { findColumns } from '../../src/table/column';
import { fold } from '../../src/table/text';
import fc from '../property';
import { sampleOr } from '../sweep';

const around: CustomerSurroundings = {
  settings: { publicId: 'C0resell1', countries: [], letPeopleThrough: false },
  reseller: { id: 'C0resell1', domains: ['resell.example', 'resell-mail.example'] },
};

type Row = Readonly<Record<string, string>>;

function readRows(rows: readonly Row[], with_: CustomerSurroundings = around): readonly CustomerRowRead[] {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return readCustomers([headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))], with_).rows;
}

const acme = { Domain: 'acme.example' };
const team = { Domain: 'acme.example', Type: 'Team', 'Primary admin': 'ana@acme.example' };
const readOne = (row: Row, with_?: CustomerSurroundings): CustomerRowRead => readRows([{ ...acme, ...row }], with_)[0]!;
const wrongs = (row: CustomerRowRead | undefined) => row?.complaints.map(({ header, says }) => `${header}: ${says}`);

describe('the columns', () => {
  test('stand in the order of the design, results last', () => {
    expect(customerColumns.map(({ header }) => header)).toEqual([
      'Reseller account',
      'Domain',
      'Type',
      'Organisation',
      'Contact name',
      'Alternate email',
      'Phone',
      'Address line 1',
      'Address line 2',
      'Address line 3',
      'City',
      'Region',
      'Postal code',
      'Country',
      'Language',
      'Primary admin',
      'From Gmail',
      'Transfer token',
      'Status',
      'Details',
      'Customer ID',
      'Terms',
      'Domain verified',
      'Admin console',
      'Updated',
    ]);
    expect(customerColumns.filter(({ ours }) => ours).map(({ id }) => id)).toEqual([
      'status',
      'details',
      'customerId',
      'terms',
      'verified',
      'console',
      'updated',
    ]);
  });

  test('no header or synonym means two of them, and only the domain is indispensable', () => {
    const names = customerColumns.flatMap(({ header, synonyms }) => [...new Set([header, ...synonyms].map(fold))]);
    expect(new Set(names).size).toBe(names.length);
    expect(findColumns([], customerColumns).missing).toEqual(['Domain']);
  });

  test.each([
    'Firma;Ansprechpartner;Telefon;Straße;Ort;PLZ;Land;Sprache',
    'Empresa;Contacto;Teléfono;Dirección;Ciudad;Código postal;País;Idioma',
    'Société;Nom du contact;Téléphone;Adresse;Ville;Code postal;Pays;Langue',
    '会社名;担当者名;電話番号;住所;市区町村;郵便番号;国;言語',
    '公司;联系人;电话;地址;城市;邮政编码;国家;语言',
    '회사;담당자;전화번호;주소;도시;우편번호;국가;언어',
    'Organização;Nome do contato;Telefone;Endereço;Cidade;CEP;País;Idioma',
    'Azienda;Nome del contatto;Telefono;Indirizzo;Città;CAP;Paese;Lingua',
    'Bedrijf;Contactpersoon;Telefoon;Adres;Plaats;Postcode;Land;Taal',
    'Firma;Osoba kontaktowa;Telefon;Adres;Miasto;Kod pocztowy;Kraj;Język',
  ])('the headers %s are understood', (headers) => {
    expect(findColumns(headers.split(';'), customerColumns).positions).toEqual({
      organisation: 0,
      contactName: 1,
      phone: 2,
      address1: 3,
      city: 4,
      postalCode: 5,
      country: 6,
      language: 7,
    });
  });
});

describe('a row that is right', () => {
  test('becomes a wish with everything in it, and without the token', () => {
    const row = readOne({
      'Reseller account': 'Resell.example',
      Domain: ' ACME.example\u200B',
      Type: 'domain',
      Organisation: 'Acme GmbH',
      'Contact name': 'Ana Bo',
      'Alternate email': 'Ana@Home.example',
      Phone: "'+49 30 123-456",
      'Address line 1': 'Weg 1',
      'Address line 2': '-',
      City: 'Berlin',
      Region: '-',
      'Postal code': '01067',
      Country: 'germany',
      Language: 'Deutsch',
      'From Gmail': 'TRUE',
      'Transfer token': 'abc123ff',
      'Customer ID': 'C0acme001',
    });
    expect(row).toMatchObject({
      row: 2,
      name: 'Customers!acme.example',
      key: 'acme.example',
      complaints: [],
      warnings: [],
    });
    expect(row.wish).toEqual({
      key: 'acme.example',
      domain: 'acme.example',
      type: 'domain',
      customerId: 'C0acme001',
      reseller: 'resell.example',
      alternateEmail: 'ana@home.example',
      phone: '+4930123456',
      language: 'de',
      fromGmail: true,
      token: 'given',
      organisation: 'Acme GmbH',
      contactName: 'Ana Bo',
      address1: 'Weg 1',
      address2: '',
      city: 'Berlin',
      region: '',
      postalCode: '01067',
      country: 'DE',
    });
    expect(JSON.stringify(row)).not.toContain('abc123ff');
  });

  test('may be a domain and nothing else', () => {
    expect(readOne({ 'From Gmail': 'FALSE', Phone: ' ' })).toEqual({
      row: 2,
      name: 'Customers!acme.example',
      key: 'acme.example',
      complaints: [],
      warnings: [],
      wish: { key: 'acme.example', domain: 'acme.example', type: 'domain' },
    });
  });

  test('a team is named by domain and administrator', () => {
    expect(readOne(team)).toMatchObject({
      name: 'Customers!acme.example/ana@acme.example',
      wish: { key: 'acme.example/ana@acme.example', type: 'team', primaryAdmin: 'ana@acme.example' },
    });
  });

  test('a - clears what is optional', () => {
    expect(readOne({ Phone: '-', 'Address line 3': '–', City: '-' }).wish).toMatchObject({
      phone: '',
      address3: '',
      city: '',
    });
  });
});

describe('what is wrong with a cell is said with its remedy', () => {
  test.each([
    ['Domain', 'www.acme.example', expect.stringContaining('Write the domain without it')],
    ['Domain', 'Gmail.com', expect.stringContaining('Write the one that the customer owns')],
    ['Domain', 'https://acme.example/start', expect.stringContaining('Write the domain alone')],
    ['Domain', '-', 'A - does not belong here: a row needs the customer’s domain.'],
    ['Type', 'Company', '"Company" is not understood here. Write Domain or Team, or leave the cell empty.'],
    ['Organisation', '-', expect.stringContaining('cannot be cleared')],
    ['Organisation', 'x'.repeat(256), 'Organisation has 256 characters; Google takes 255. Shorten it.'],
    ['Address line 1', '-', expect.stringContaining('cannot be cleared')],
    ['Alternate email', 'ana@acme.example', expect.stringContaining("on the customer's own domain")],
    ['Alternate email', 'ana', expect.stringContaining('is not an e-mail address')],
    ['Phone', '030 123456', expect.stringContaining('has no country code')],
    ['Country', 'Germny', 'No country is called "Germny". Did you mean Germany (DE)?'],
    ['Country', 'Korea', expect.stringContaining('Write which one you mean')],
    ['Language', 'pt', expect.stringContaining('Write which one you mean')],
    ['From Gmail', 'perhaps', expect.stringContaining('Tick the box')],
    ['Customer ID', '1.2E+10', expect.stringContaining('has made a number of')],
    ['Reseller account', 'us', expect.stringContaining('names no account')],
  ])('%s %j', (header, text, says) => {
    const row = readOne({ [header]: text });
    expect(row.complaints.map((one) => one.says)).toEqual([says]);
    expect(row.complaints[0]).toMatchObject({
      header,
      column: customerColumns.find((column) => column.header === header)?.id,
    });
    expect(row.wish).toBeUndefined();
  });

  test('a token that is none is said without repeating it', () => {
    const row = readOne({ 'Transfer token': 'please send me soon' });
    expect(wrongs(row)).toEqual([expect.stringContaining('no transfer token')]);
    expect(JSON.stringify(row)).not.toContain('please');
    expect([readToken(" 'abc123 "), readToken('two words'), readToken('-'), readToken('')]).toEqual([
      'abc123',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a team needs its administrator, on its own domain', () => {
    for (const Type of ['Equipo', 'équipe', 'TEAM'])
      expect(readOne({ ...team, Type })).toMatchObject({ key: 'acme.example/ana@acme.example', complaints: [] });
    for (const Type of ['Domäne', 'Dominio', 'Domaine']) expect(wrongs(readOne({ Type }))).toEqual([]);
    expect(wrongs(readOne({ Type: 'Team' }))).toEqual([
      expect.stringContaining('needs the business address of its first administrator'),
    ]);
    expect(wrongs(readOne({ ...team, 'Primary admin': 'ana@other.example' }))).toEqual([
      expect.stringContaining('on its domain, acme.example'),
    ]);
  });

  test('an administrator on a row without a type is not guessed at; with Domain it is only pointed out', () => {
    expect(wrongs(readOne({ 'Primary admin': 'ana@acme.example' }))).toEqual([
      expect.stringContaining('Type is empty'),
    ]);
    expect(readOne({ Type: 'Domain', 'Primary admin': 'ana@acme.example' })).toMatchObject({
      complaints: [],
      warnings: [expect.stringContaining('Users tab')],
    });
  });

  test('everything at once', () => {
    const row = readOne({
      Domain: 'www.acme.example',
      Phone: '0049',
      Country: 'Germny',
      Language: 'Klingon',
      'Customer ID': '?',
    });
    expect(row.complaints.map(({ column }) => column).sort()).toEqual([
      'country',
      'customerId',
      'domain',
      'language',
      'phone',
    ]);
  });

  test('a country that the settings do not have is a warning', () => {
    const settings = { ...around.settings, countries: ['ES'] };
    expect(readOne({ Country: 'DE' }, { ...around, settings })).toMatchObject({
      complaints: [],
      warnings: [expect.stringContaining('Partner Sales Console')],
    });
    expect(readOne({ Country: 'Spain' }, { ...around, settings }).warnings).toEqual([]);
  });
});

describe('rows beside each other', () => {
  test('another reseller’s row waits for its administrator; every name of one’s own account is understood', () => {
    expect(readOne({ 'Reseller account': 'partner.example' })).toMatchObject({
      complaints: [],
      waits:
        'acme.example belongs to the reseller account partner.example: sign in as an administrator of partner.example.',
    });
    expect(readOne({ 'Reseller account': 'partner.example' }).wish).toBeUndefined();
    for (const own of ['c0RESELL1', 'resell-mail.example'])
      expect(readOne({ 'Reseller account': own }).waits).toBeUndefined();
  });

  test('a second row of one key is blocked, a team beside a domain is not', () => {
    const rows = readRows([acme, team, { Domain: 'ACME.example' }]);
    expect(rows.map(({ name }) => name)).toEqual([
      'Customers!acme.example',
      'Customers!acme.example/ana@acme.example',
      'Customers!acme.example#2',
    ]);
    expect(rows.map(wrongs)).toEqual([[], [], [expect.stringContaining('stands on row 2 too')]]);
  });

  test('of two rows with one Customer ID a person says which is the copy', () => {
    const rows = readRows([
      { ...acme, 'Customer ID': 'C0a1' },
      { Domain: 'other.example', 'Customer ID': 'C0a1' },
      { Domain: 'third.example' },
    ]);
    expect(rows.map((row) => row.complaints.map(({ column }) => column))).toEqual([['customerId'], ['customerId'], []]);
  });

  test('rows that wish nothing are left out; nothing is read while a column is missing or stands there twice', () => {
    const { rows } = readCustomers(
      [['Domain', 'From Gmail', 'Customer ID'], ['', 'FALSE', ''], ['', 'FALSE', 'C0acme001'], ['acme.example']],
      around,
    );
    expect(rows.map(({ row }) => row)).toEqual([4]);
    expect(readCustomers([['Organisation'], ['Acme']], around)).toMatchObject({ missing: ['Domain'], rows: [] });
    expect(
      readCustomers(
        [
          ['Domain', 'Primary domain'],
          ['a.example', 'b.example'],
        ],
        around,
      ),
    ).toMatchObject({ rows: [], duplicates: [{ column: 'domain' }] });
  });

  test('whatever stands in the cells, rows are named as the command line names them, and a wish means that nothing is wrong', () => {
    const cell = fc.constantFrom(
      '',
      '-',
      'acme.example',
      'Acme.Example',
      'www.b.example',
      'Team',
      'Équipe',
      'Domain',
      'team edition',
      'ana@acme.example',
      'TRUE',
      'DE',
      'C0a1',
      '+34600111222',
      'resell.example',
    );
    const headers = customerColumns.filter(({ ours }) => !ours).map(({ header }) => header);
    const sheet = fc.array(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), { maxLength: 5 });
    fc.assert(
      fc.property(sheet, (cells) => {
        const values = [headers, ...cells];
        const { rows } = readCustomers(values, around);
        expect(rows.map(({ name }) => name)).toEqual(
          namedRows([{ name: 'Customers', rows: values }]).map(({ key }) => key),
        );
        expect(nameCustomers(values).rows).toEqual(
          rows.map(({ row, name, key }) => ({ row, name, ...(key === undefined ? {} : { key }) })),
        );
        for (const read of rows)
          expect(read.wish !== undefined).toBe(read.complaints.length === 0 && read.waits === undefined);
      }),
      { numRuns: sampleOr(60, 600) },
    );
  });
});

test('equal wishes have equal digests, and leaving is not clearing', () => {
  const wish = readOne({ City: 'Berlin', Organisation: 'Acme' }).wish!;
  const other = { ...Object.fromEntries(Object.entries(wish).reverse()), ...wish };
  expect(wishDigestInput(other)).toBe(wishDigestInput(wish));
  const { city: _left, ...left } = wish;
  expect(new Set([wish, { ...wish, city: '' }, left].map(wishDigestInput)).size).toBe(3);
  expect(wishDigestInput(readOne({ City: 'Berlin', Organisation: 'Acme', 'Transfer token': 'abc' }).wish!)).toBe(
    wishDigestInput(wish),
  );
});
