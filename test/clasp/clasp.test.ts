import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadBundle } from '../../sandbox/apps-script/host';
import { openDesk } from '../../sandbox/cli/desk';
import { check, run as carryOn } from '../../sandbox/cli/job';
import { sheetsOf } from '../../sandbox/cli/sheets';
import { surfaceOf } from '../../sandbox/cli/surfaces';
import { parseTenant } from '../../sandbox/workspace/tenant';
import { oneDomain } from '../sandbox-desk';
import { ClaspHere, FakeGoogle } from './clasp';

/** What clasp would send to a real sheet. */

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const dist = (name: string) => readFileSync(path.join(root, 'dist', name), 'utf8');
const files = ['dist/Code.js', 'dist/appsscript.json', 'dist/sidebar.html'];
const clasp = new ClaspHere();
const google = new FakeGoogle();

afterAll(() => {
  clasp.end();
  google.close();
});

test('clasp status lists the three files of dist/ and nothing else', async () => {
  const { code, json } = await clasp.run(['status']);
  const { filesToPush } = json as { readonly filesToPush?: string[] };
  expect([code, filesToPush?.sort()]).toEqual([0, files]);
});

test('a push replaces the project by exactly these files, and a second one has nothing to do', async () => {
  const address = await google.listen();
  const { code, json } = await clasp.run(['push', '--force'], address);
  expect([code, (json as string[]).sort()]).toEqual([0, files]);
  const pushed = Object.fromEntries(google.files.map(({ name, type, source }) => [`${name} ${type}`, source]));
  expect(pushed).toEqual({
    'Code SERVER_JS': dist('Code.js'),
    'sidebar HTML': dist('sidebar.html'),
    'appsscript JSON': dist('appsscript.json'),
  });
  expect(await clasp.run(['push', '--force'], address)).toMatchObject({ code: 0, json: [] });
});

test('without the card the same script works, with the same permissions and services', () => {
  const script =
    "import { withoutCard } from './build/manifest.mjs'; process.stdout.write(withoutCard(process.argv[1]));";
  const whole = JSON.parse(dist('appsscript.json')) as Record<string, unknown>;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(whole)], { cwd: root });
  const manifest: unknown = JSON.parse(String(run.stdout));
  const { addOns, ...rest } = whole;
  expect([manifest, addOns === undefined]).toEqual([rest, false]);
  const bundle = loadBundle(path.join(root, 'dist'));
  const sheets = sheetsOf([
    {
      name: 'Users',
      rows: [
        ['Email', 'First name', 'Last name'],
        ['ann@shop.example', 'Ann', 'Test'],
      ],
    },
  ]);
  for (const one of [bundle, { ...bundle, manifest }]) {
    const desk = openDesk({ bundle: one, tenant: parseTenant(oneDomain()), sheets });
    const plan = check(desk, { scope: { kind: 'everything' }, action: 'provision', samePerson: 'none', resume: true });
    const done = carryOn(desk, plan, { resume: true, surface: surfaceOf('trigger', desk) });
    expect(done.counts).toMatchObject({ done: 1 });
  }
});
