import { cleanUp, example, newFolder, readLines, rowsOf, sandbox, workbook } from './command';

afterAll(cleanUp);

/** Reports from the command line: a tab of their own, filled from reads only. */
describe('report', () => {
  test('seats tells every subscription of every customer, and writes nothing to Google', async () => {
    const out = newFolder();
    const said = await sandbox('report', 'seats', example('new-customers'), '--out', out);
    expect(said).toEqual({ code: 0, out: expect.stringMatching(/^Seats: \d+ rows? on the tab Seats\.$/), err: '' });
    const rows = rowsOf(out, 'Seats');
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(Number(row['Free'])).toBe(Number(row['Seats']) - Number(row['Used']));
    const sent = readLines<{ op: string }>(out, 'requests.jsonl').map(({ op }) => op);
    expect(sent.filter((op) => !/\.(get|list)/.test(op))).toEqual([]);
  });

  test('whoever is no reseller is told so, and no tab is made', async () => {
    const shop = {
      customer: { id: 'C01shop', customerDomain: 'shop.example' },
      users: [{ primaryEmail: 'ana@shop.example', isAdmin: true }],
    };
    const tenant = { signedInAs: 'ana@shop.example', accounts: [shop] };
    const folder = newFolder();
    const { code, err } = await sandbox('report', 'seats', workbook({ 'tenant.json': tenant }), '--out', folder);
    expect([code, err]).toEqual([
      1,
      'shop.example is not a reseller: it sells no seats. Sign in as an administrator of the reseller.',
    ]);
    expect(rowsOf(folder, 'Seats')).toEqual([]);
  });

  test('a name that no report has is bad usage, with the names there are', async () => {
    expect(await sandbox('report', 'weather', example('team'))).toMatchObject({
      code: 2,
      err: 'There is no report "weather". There are: seats, deleted-people, coverage, two-step, mail-redirect, role-holders.',
    });
    expect((await sandbox('report', '--help')).out).toMatch(/Reports:\n {2}seats +Every subscription/);
  });
});
