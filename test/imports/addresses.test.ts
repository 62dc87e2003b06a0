import { importText, into } from './files';

/** Files of people who have no addresses. */

const people = 'Vorname,Nachname,Abteilung\nJürgen,Groß,Nord\nAna,Ruiz,Süd\nAna,Ruiz,Ost\n太郎,山田,West\n';

test('people without addresses get free ones by a pattern, and whoever gets none is named', async () => {
  const target = into('Email,First name,Last name\nana.ruiz@shop.example,Other,Person\n');
  const imported = await importText(
    people,
    target,
    '--addresses',
    '{first}.{last}',
    '--customer',
    'shop.example',
    '--default',
    'Language=German',
    '--default',
    'Send details to=it@home.example',
  );
  expect(imported.summary).toMatchObject({ format: 'mapped', rows: 4, added: 3 });
  expect(imported.rows.map(({ Email }) => Email)).toEqual([
    'ana.ruiz@shop.example',
    'juergen.gross@shop.example',
    'ana.ruiz2@shop.example',
    'ana.ruiz3@shop.example',
  ]);
  expect(imported.rows[1]).toMatchObject({ 'Send details to': 'it@home.example', Department: 'Nord' });
  expect(imported.summary.problems).toMatchObject([
    { line: 5, says: expect.stringContaining('no address') as unknown },
  ]);
  expect(imported.code).toBe(1);
});

test('the same file again adds nobody: who is there by name has an address', async () => {
  const options = ['--addresses', '{f}{last}', '--customer', 'shop.example'] as const;
  const first = await importText('First name,Last name\nAna,Ruiz\nBo,Roe\n', into(), ...options);
  expect(first.rows.map(({ Email }) => Email)).toEqual(['aruiz@shop.example', 'broe@shop.example']);
  const again = await importText('First name,Last name\nAna,Ruiz\nBo,Roe\nCy,Cole\n', first.folder, ...options);
  expect(again.summary).toMatchObject({ added: 1, skipped: 2, problems: [] });
  expect(again.rows.map(({ Email }) => Email)).toEqual([
    'aruiz@shop.example',
    'broe@shop.example',
    'ccole@shop.example',
  ]);
});

test('without a pattern a file that has no addresses is refused as before, with a pattern that is none too', async () => {
  const text = 'First name,Last name\nAna,Ruiz\n';
  expect(await importText(text)).toMatchObject({ code: 2, err: expect.stringContaining('means Email') as unknown });
  expect(await importText(text, into(), '--addresses', '{nick}')).toMatchObject({
    code: 2,
    err: expect.stringContaining('{nick} is not understood') as unknown,
  });
});
