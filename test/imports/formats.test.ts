import path from 'node:path';
import { handOffCsv } from '../../src/sidebar/file/hand-off';
import { cleanUp, example, filesOf, newFolder, root, sandbox, summaryOf } from '../cli/command';
import { importFile, importText, into, type Imported } from './files';

/** Files of other consoles go in without a mapping: examples/import has one of every kind. */

afterAll(cleanUp);

const example_ = (name: string, ...options: string[]): Promise<Imported> =>
  importFile(path.join(root, 'examples', 'import', 'files', name), example('import'), ...options);

function rowOf({ rows }: Imported, email: string): Readonly<Record<string, string>> {
  const row = rows.find(({ Email }) => Email === email);
  if (!row) throw new Error(`There is no row of ${email}.`);
  return row;
}

test('the template of the Google Admin console: profile, answers and org units as they stand there', async () => {
  const imported = await example_('google-admin.csv');
  expect(imported).toMatchObject({ code: 0, summary: { format: 'google-admin', rows: 40, added: 34, skipped: 6 } });
  expect(rowOf(imported, 'hugo.vogel@acme.example')).toMatchObject({
    'First name': 'Hugo',
    'Org unit': '/Sales/North',
    'Employee ID': '00008',
    'Cost centre': '08',
    'Change password at sign-in': 'Yes',
  });
  const [answers, streets] = ['Change password at sign-in', 'Address'].map((header) =>
    imported.rows.map((row) => row[header]),
  );
  expect(new Set(answers)).toEqual(new Set(['Yes', 'No', '']));
  expect(streets).toContain('Calle Mayor 1, 2º\n28013 Madrid');
});

test('its download of people: **** is no password, and what is READ ONLY is no wish and is named', async () => {
  const imported = await example_('google-admin-download.csv');
  expect(imported).toMatchObject({ code: 0, summary: { format: 'google-admin', rows: 60, added: 54, skipped: 6 } });
  expect(imported.summary.unused).toEqual([
    'Status [READ ONLY]',
    'Last Sign In [READ ONLY]',
    'Email Usage [READ ONLY]',
    '2sv Enrolled [READ ONLY]',
  ]);
  expect(imported.rows.map((row) => row['State'] ?? '').join('')).toBe('');
  expect(filesOf(imported.folder)['host.json']).not.toContain('given:');
});

test('a hash goes with its function, and a function that Google does not know is named', async () => {
  const headers =
    'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],Org Unit Path [Required]';
  const text = [
    headers,
    'Ana,Ruiz,ana@shop.example,4d140d9e97e5507e297ab9dcf82a2de7a499be2b,SHA-1,/',
    'Bo,Berg,bo@shop.example,xyz,BCRYPT,/',
  ].join('\n');
  const { folder, summary, code } = await importText(text);
  expect([code, summary.added]).toEqual([1, 2]);
  expect(summary.problems).toEqual([
    { line: 3, column: 'Password [Required]', says: expect.stringContaining('SHA-1') },
  ]);
  const out = newFolder();
  await sandbox('run', folder, '--out', out);
  expect(summaryOf(out)).toMatchObject({ outcomes: { done: 2 } });
  expect(filesOf(out)['requests.jsonl']).toContain('"hashFunction":"SHA-1"');
});

test('the template of Microsoft 365: names out of the display name, the address in one text, domain replaced', async () => {
  const imported = await example_('microsoft-365.csv', '--replace-domain', 'acme.onmicrosoft.example=acme.example');
  expect(imported.summary).toMatchObject({ format: 'microsoft-365', rows: 50, unused: ['Office number'] });
  expect(rowOf(imported, 'lukasz.holm@acme.example')).toMatchObject({
    'First name': 'Łukasz',
    'Last name': 'Holm',
    Title: 'Engineer',
    'Recovery email': 'lukasz12@home.example',
  });
  expect(imported.rows.map(({ Address }) => Address)).toContainEqual(
    expect.stringMatching(/^Keizersgracht \d+, 10\d\dAB, Amsterdam, NH, Netherlands$/),
  );
  expect(imported.rows.every((row) => row['First name'] && row['Last name'])).toBe(true);
});

test('the export of active users in UTF-16: products are translated once said, and remembered; State is a province', async () => {
  const first = await example_(
    'microsoft-365-active-users.csv',
    '--product',
    'Microsoft 365 Business Basic=Business Starter',
  );
  expect(first).toMatchObject({ code: 1, summary: { format: 'microsoft-365', rows: 80, added: 80 } });
  expect(first.summary.problems[0]).toMatchObject({
    line: 2,
    column: 'Licenses',
    says: expect.stringContaining('Microsoft 365 Business Standard') as unknown,
  });
  expect(first.rows.map(({ Licences }) => Licences)).toContain('Business Starter');
  expect(first.rows.map((row) => row['State'] ?? '').join('')).toBe('');
  const all = ['Microsoft 365 Business Standard=Business Standard', 'Microsoft Teams Rooms Basic=-'];
  const second = await importFile(
    path.join(root, 'examples', 'import', 'files', 'microsoft-365-active-users.csv'),
    first.folder,
    ...['--existing', 'update'],
    ...all.flatMap((one) => ['--product', one]),
  );
  expect(second).toMatchObject({ code: 0, summary: { added: 0, updated: 40, problems: [] } });
  expect(new Set(second.rows.map(({ Licences }) => Licences))).toEqual(
    new Set(['Business Starter', 'Business Standard', '']),
  );
});

test('Partner Center: people without names of their own get them out of the display name', async () => {
  const imported = await example_('partner-center.csv');
  expect(imported).toMatchObject({ code: 0, summary: { format: 'partner-center', rows: 30, added: 30, unused: [] } });
  expect(imported.rows).toContainEqual(expect.objectContaining({ 'First name': 'Tomás', 'Last name': 'van Fuchs' }));
});

test('GAM: numbered lists by their types, SKU ids, the id of the person; nobody becomes an administrator', async () => {
  const imported = await example_('gam.csv', '--existing', 'fill');
  expect(imported).toMatchObject({ code: 0, summary: { format: 'gam', rows: 70 } });
  expect(rowOf(imported, 'hugo.vogel@acme.example')).toMatchObject({
    'Work phone': '+34 91 008',
    'Mobile phone': '+34 608 1',
    Manager: 'boss@acme.example',
    'Employee ID': '000008',
    Licences: '1010020028',
    Aliases: 'hugo8@acme.example',
    Language: 'es',
    'Cost centre': 'K-8',
  });
  expect(imported.rows.map((row) => row['State'] ?? '').filter(Boolean)).toContain('Suspended');
  expect(imported.rows.map((row) => row['Super admin'] ?? '').join('')).not.toContain('TRUE');
});

test('our own people list: examples and choices are passed over', async () => {
  const imported = await example_('people-list.csv');
  expect(imported).toMatchObject({
    code: 0,
    summary: { format: 'people-list', rows: 30, added: 30, problems: [], unused: [] },
  });
});

test('our own hand-off: the passwords are there for the run and stand in no cell', async () => {
  const imported = await example_('hand-off.csv');
  expect(imported).toMatchObject({ code: 0, summary: { format: 'hand-off', rows: 30, added: 28, skipped: 2 } });
  expect(Object.entries(filesOf(imported.folder)).filter(([, text]) => text.includes('Green.Boat'))).toEqual([]);
});

test.each([
  ['that the sidebar and the command line write now', (csv: string) => csv],
  ['of before', (csv: string) => csv.replace('(not here:', '(shown in the sidebar only:')],
])('our own hand-off %s: a password that is not in the file is no password', async (_which, made) => {
  const people = [
    { email: 'ana@shop.example', name: 'Ana Ruiz', password: '=cmd()' },
    { email: 'bob@shop.example', name: 'Bob Hill', password: 'Green.Boat-71' },
  ];
  const imported = await importText(made(handOffCsv(people)));
  expect(imported.summary).toMatchObject({ format: 'hand-off', unused: ['Sign in at'] });
  expect(imported.summary.problems).toMatchObject([
    { line: 2, says: expect.stringContaining('does not hold') as string },
  ]);
  const kept = Object.values(filesOf(imported.folder)).join();
  expect(kept).not.toMatch(/not here|shown in the sidebar/);
});

test('any other file by its headers: a title above them, semicolons, Windows-1252', async () => {
  const imported = await example_('personalliste.csv');
  expect(imported).toMatchObject({ code: 0, summary: { format: 'mapped', rows: 40, added: 40, unused: ['Eintritt'] } });
  expect(new Set(imported.rows.slice(6).map(({ Department }) => Department))).toEqual(
    new Set(['Verkauf', 'Einkauf; Logistik', 'Büro']),
  );
  expect(imported.rows.map((row) => row['Employee ID'])).toContainEqual(expect.stringMatching(/^00\d{3}$/));
});

test('Shift_JIS', async () => {
  const imported = await example_('meibo.csv');
  expect(imported).toMatchObject({ code: 0, summary: { rows: 30, added: 30 } });
  expect(rowOf(imported, 'member01@acme.example')).toMatchObject({ 'First name': '太郎', 'Last name': '田中' });
});

test('what was saved of the Users tab comes back without a change', async () => {
  const imported = await example_('google-admin.csv');
  const users = path.join(imported.folder, 'Users.csv');
  const again = await importFile(users, imported.folder, '--existing', 'update');
  expect(again).toMatchObject({
    code: 0,
    summary: { format: 'people-list', rows: 40, added: 0, updated: 0, skipped: 0 },
  });
  expect(filesOf(again.folder)['Users.csv']).toBe(filesOf(imported.folder)['Users.csv']);
});

test('a format that is named has to be the file’s, and one that does not exist is said', async () => {
  const text = 'Email,First name,Last name\nana@shop.example,Ana,Ruiz\n';
  expect(await importText(text, into(), '--format', 'gam')).toMatchObject({
    code: 2,
    err: expect.stringContaining('not those of GAM') as unknown,
  });
  expect(await importText(text, into(), '--format', 'nothing')).toMatchObject({
    code: 2,
    err: expect.stringContaining('google-admin') as unknown,
  });
  expect(await importText(text, into(), '--format', 'mapped')).toMatchObject({ summary: { format: 'mapped' } });
});

test('custom fields of GAM come by schema and field, several values of one together', async () => {
  const headers =
    'primaryEmail,customSchemas.Job.level,customSchemas.Job.tags,customSchemas.Job.tags.0.value,customSchemas.Job.tags.1.value';
  const { rows } = await importText(`${headers}\nana@shop.example,3,2,red,"dark, blue"\nbo@shop.example,,,,\n`);
  expect(rows.map((row) => row['Custom fields'])).toEqual(['Job.level: 3\nJob.tags: red; dark, blue', '']);
});

test('Microsoft’s template in German: names, phones and addresses of thirty people', async () => {
  const imported = await example_('microsoft-365-de.csv', '--replace-domain', 'acme.onmicrosoft.example=acme.example');
  expect(imported).toMatchObject({ code: 0, summary: { format: 'microsoft-365', rows: 30, added: 30, problems: [] } });
  expect(imported.summary.unused).toEqual(['Büronummer']);
  expect(rowOf(imported, 'juergen.moeller@acme.example')).toMatchObject({
    'First name': 'Jürgen',
    'Last name': 'Möller',
    Title: 'Fachkraft',
    Department: 'Einkauf',
    'Work phone': '+49 30 5550009',
    'Mobile phone': '+49 170 5550009',
    'Recovery email': 'juergen.moeller@privat.example',
    Address: 'Lindenallee 10, 50009, Köln, NRW, Deutschland',
  });
});

test.each([
  [
    'Spanish',
    'Nombre de usuario,Nombre,Apellidos,Nombre para mostrar,Puesto,Departamento,Teléfono móvil,Dirección,Ciudad,Código postal,País o región',
  ],
  [
    'French',
    'Nom d’utilisateur,Prénom,Nom,Nom d’affichage,Fonction,Service,Téléphone mobile,Adresse,Ville,Code postal,Pays ou région',
  ],
])('its template in %s', async (_, headers) => {
  const cells = 'ana@shop.example,Ana,Ruiz,Ana Ruiz,Lead,Sales,+34600111,Calle 1,Madrid,28013,ES';
  const { summary, rows } = await importText(`${headers}\n${cells}\n`);
  expect(summary).toMatchObject({ format: 'microsoft-365', unused: [], problems: [] });
  expect(rows).toMatchObject([
    {
      Email: 'ana@shop.example',
      'First name': 'Ana',
      'Last name': 'Ruiz',
      Title: 'Lead',
      Department: 'Sales',
      'Mobile phone': '+34600111',
      Address: 'Calle 1, 28013, Madrid, ES',
    },
  ]);
});

test('who is shut out or archived elsewhere comes so, and not as somebody who can sign in', async () => {
  const gam =
    'primaryEmail,name.givenName,name.familyName,suspended,archived\nann@shop.example,Ann,A,False,True\nbob@shop.example,Bob,B,True,False\ncy@shop.example,Cy,C,False,False\n';
  const admin =
    'Block credential,Display name,First name,Last name,User principal name\nTrue,Ann A,Ann,A,ann@shop.example\nFalse,Bob B,Bob,B,bob@shop.example\n';
  const entra =
    'userPrincipalName,displayName,surname,givenName,accountEnabled\nann@shop.example,Ann A,A,Ann,False\nbob@shop.example,Bob B,B,Bob,True\n';
  const states: unknown[] = [];
  for (const text of [gam, admin, entra]) {
    const { rows, summary } = await importText(text);
    expect(summary.unused).toEqual([]);
    states.push(rows.map((row) => row['State'] ?? ''));
  }
  expect(states).toEqual([
    ['Archived', 'Suspended', ''],
    ['Suspended', ''],
    ['Suspended', ''],
  ]);
});

test('a Status of somebody’s own is named where nothing came of it; one that Seatsheet wrote is no loss', async () => {
  const headers = 'Email,First name,Last name,Status,Details';
  const theirs = await importText(`${headers}\nann@shop.example,Ann,A,inactive,left\nbob@shop.example,Bob,B,active,\n`);
  expect(theirs.summary.unused).toEqual(['Status', 'Details']);
  const ours = await importText(
    `${headers}\nann@shop.example,Ann,A,Done,Created the user.\nbob@shop.example,Bob,B,,\n`,
  );
  expect(ours.summary.unused).toEqual([]);
});

test('a list with names and without addresses is told that addresses can be made', async () => {
  const { code, err } = await importText('Vorname;Nachname;Abteilung\nZoë;Löwe;IT\n');
  expect([code, err]).toEqual([2, expect.stringContaining('or have addresses made of the names')]);
});
