import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureBesidePeer, peerTable, peerTab, writePeerInput } from '../../sandbox/bench/peer';
import { readCsv } from '../../sandbox/cli/csv';

/** What another tool can be put beside: the same people, before the same Google, with the same options. */

const root = path.resolve(__dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'seatsheet-peer-'));
let google: ChildProcess | undefined;

afterAll(() => {
  google?.kill();
  rmSync(folder, { recursive: true });
});

/** The address of the simulated Google that `npm run sandbox -- workspace` serves with these options. */
function serving(options: string): Promise<string> {
  const args = ['--import', 'tsx', 'sandbox/main.ts', 'workspace', '--port', '0', ...options.split(' ')];
  const child = spawn(process.execPath, args, { cwd: root });
  google = child;
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (text: Buffer) => {
      reject(new Error(text.toString()));
    });
    child.stdout.on('data', (text: Buffer) => {
      const [url] = /http:\S+/.exec(text.toString()) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
}

test('thirty people with one licence each: all end well, and without quotas they are quicker', () => {
  const [slow, quick] = ['documented', 'off'].map((quotas) =>
    measureBesidePeer({ quotas, latency: 50 }, { rows: 30, root }),
  );
  expect(slow).toMatchObject({ rows: 30, writes: 60, well: 30 });
  expect(quick).toMatchObject({ rows: 30, writes: 60, well: 30 });
  expect(quick?.perSecond).toBeGreaterThan(slow?.perSecond ?? Infinity);
  expect(peerTable(slow ? [slow] : [])).toContain('--quotas documented --latency 50');
});

test('what is written for another tool is the same input, and the options of the table are those of the sandbox', async () => {
  writePeerInput(folder, 30);
  const [headers, ...people] = readCsv(readFileSync(path.join(folder, 'Users.csv'), 'utf8'), 'Users.csv');
  expect([headers, ...people]).toEqual(peerTab(30).rows);
  const url = await serving(`--tenant ${path.join(folder, 'tenant.json')} --quotas licences=off --latency 50`);
  const answers: number[] = [];
  for (const [primaryEmail = '', givenName, familyName, orgUnitPath] of people.slice(0, 10)) {
    answers.push(
      await post(`${url}/admin/directory/v1/users`, {
        primaryEmail,
        name: { givenName, familyName },
        orgUnitPath,
        password: 'correct horse battery',
      }),
    );
  }
  expect(answers).toEqual(Array.from({ length: 10 }, () => 200));
  // There is the product that the rows wish; people are unknown to its server for a while, as at Google.
  const licences = `${url}/apps/licensing/v1/product/Google-Apps/sku/1010020027/user`;
  expect(await post(licences, { userId: 'other.0001@bench.example' })).toBe(200);
}, 60_000);

async function post(url: string, body: object): Promise<number> {
  const headers = { Authorization: 'Bearer admin@bench.example', 'Content-Type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
}
