import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ClaspHere, FakeGoogle } from './clasp';

/** What clasp would send to a real sheet. */

jest.setTimeout(60_000);

const dist = (name: string) => readFileSync(path.resolve(__dirname, '..', '..', 'dist', name), 'utf8');
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
