import type { GuidesView } from '../../src/job/guides/wire';
import { call } from '../people/agency';
import type { TestDesk } from '../sandbox-desk';
import { admin, businessStarter, googleOf, open, withCloudIdentityAlone as row, workspaceProduct } from '../users/shop';
import { boss, openTeam } from './partner';

/** What no API does: each with its page, who said that it is done, and what Google showed since. */

const automatic = (orgUnitPath: string) => ({ orgUnitPath, productId: workspaceProduct, skuId: businessStarter });
const units = (...paths: readonly string[]) => ({ orgUnits: paths.map((orgUnitPath) => ({ orgUnitPath })) });
const refused = { switches: { autoLicensingRemoval: 'refused' } } as const;
const lineIn = (view: GuidesView, id: string) => view.accounts[0]?.lines.find((one) => one.id === id);
const line = (desk: TestDesk, id: string) => lineIn(call(desk, 'getGuides'), id);
const tick = (desk: TestDesk, id: string, how: { on?: boolean; below?: boolean } = {}) =>
  lineIn(call(desk, 'tickGuide', { account: 'C0shop01', id, on: true, below: false, ...how }), id);

test('a unit that rows use stands there with its page and clicks; a tick names who and when, and can be taken back', () => {
  const desk = open([row('ann'), row('bob'), { ...row('cec', '/Paid'), Licences: 'Business Starter' }]);
  const before = desk.google.writes().length;
  expect(call(desk, 'getGuides').accounts.map(({ name, lines }) => [name, lines.map(({ id }) => id)])).toEqual([
    ['shop.example', ['cloud-identity', 'mail-redirect', 'customer-permission', 'security-group']],
  ]);
  desk.check();
  expect(line(desk, 'licensing /support')).toMatchObject({
    state: 'open',
    title: 'Automatic licensing off for /Support',
    why: expect.stringContaining('2 rows wish nothing but Cloud Identity') as string,
    page: { url: expect.stringMatching(/^https:\/\/admin\.google\.com\//) as string },
    todo: expect.stringMatching(/First make the org unit.*turn automatic licensing off/) as string,
    paste: '/Support',
  });
  expect(line(desk, 'licensing /paid')).toBeUndefined();
  const today = new Date(desk.clock.now()).toISOString().slice(0, 10);
  expect(tick(desk, 'licensing /support')).toMatchObject({
    state: 'done',
    ticked: { by: admin, at: expect.stringContaining(today) as string },
  });
  expect(tick(desk, 'cloud-identity')).toMatchObject({ state: 'done' });
  expect(tick(desk, 'licensing /support', { on: false })).toMatchObject({ state: 'open' });
  expect(line(desk, 'licensing /support')?.ticked).toBeUndefined();
  expect(line(desk, 'cloud-identity')?.ticked?.by).toBe(admin);
  for (const id of ['licensing /elsewhere', 'constructor', '__proto__'])
    expect(() => tick(desk, id)).toThrow('Nothing was noted');
  expect(desk.google.writes()).toHaveLength(before);
});

test('who is active in another language counts, who is suspended does not, and licences are read as the rows read them', () => {
  const desk = open([
    { ...row('ann', '/Uno'), State: 'Activa' },
    { ...row('bob', '/Dos'), State: 'gesperrt' },
    { ...row('cec', '/Tres'), Licences: 'Cloud Identity Free\nGoogle Vault', State: '' },
  ]);
  desk.check();
  const ids = call(desk, 'getGuides').accounts.flatMap(({ lines }) => lines.map(({ id }) => id));
  expect(ids.filter((id) => id.startsWith('licensing'))).toEqual(['licensing /uno', 'licensing /tres']);
});

test('a tick that is wrong is named in the row, to those who wait, and on the page; once it is off the page says seen', () => {
  const desk = open(
    [row('ann'), row('bob')],
    { autoLicensing: [automatic('/Support')], ...units('/Support') },
    refused,
  );
  desk.check();
  tick(desk, 'licensing /support');
  desk.checkAndRun();
  const today = new Date(desk.clock.now()).toISOString().slice(0, 10);
  for (const email of ['ann@shop.example', 'bob@shop.example'])
    expect([email, desk.row(email)['Details']]).toEqual([
      email,
      expect.stringContaining(`${admin} ticked on ${today} that it is off for /Support, yet a paid licence came.`),
    ]);
  expect(line(desk, 'licensing /support')).toMatchObject({
    state: 'against',
    seen: `Looked at on ${today}: a paid licence came to ann@shop.example, Google does not let it be taken away.`,
  });
  googleOf(desk).control.licenseNobody('C0shop01');
  // A new tick is believed until somebody is looked at again.
  desk.clock.sleep(60_000);
  expect(tick(desk, 'licensing /support')).toMatchObject({ state: 'done' });
  desk.checkAndRun();
  expect(desk.row('bob@shop.example')['Status']).toBe('Done');
  expect(line(desk, 'licensing /support')).toMatchObject({
    state: 'seen',
    seen: expect.stringContaining('no paid licence came to') as string,
  });
});

test('a unit above can be ticked with those below; it proves nothing, and each is tried at the same time', () => {
  const paths = ['A', 'B', 'C', 'D'].map((name) => `/Support/${name}`);
  const rows = paths.flatMap((unit, at) => [row(`first${at}`, unit), row(`second${at}`, unit)]);
  const desk = open(rows, { autoLicensing: [automatic('/Support/D')], ...units('/Support', ...paths) }, refused);
  desk.check();
  expect(line(desk, 'licensing /support')).toMatchObject({ state: 'open' });
  tick(desk, 'licensing /support', { below: true });
  expect(line(desk, 'licensing /support/a')).toMatchObject({
    state: 'done',
    seen: expect.stringContaining(`Ticked with a unit above by ${admin}`) as string,
  });
  const before = desk.clock.now();
  desk.run();
  // One unit takes two minutes.
  expect(desk.clock.now() - before).toBeLessThan(180_000);
  const made = desk.google.writes('directory.users.insert').filter(({ status }) => status === 200);
  expect(made).toHaveLength(7);
  expect(desk.row('second3@shop.example')['Details']).toMatch(
    new RegExp(`gave first3@.*Nobody else is created there.*${admin} ticked`),
  );
  expect(line(desk, 'licensing /support/a')?.state).toBe('seen');
  expect(line(desk, 'licensing /support/d')?.state).toBe('against');
});

test('nobody ticks for another account, and each administrator sees what is their own', () => {
  const desk = openTeam();
  desk.check();
  const view = call(desk, 'getGuides');
  expect(view.accounts.map(({ name }) => name)).toEqual(['cloudpartner.example']);
  expect(lineIn(view, 'security-group')?.paste).toContain('noor@cloudpartner.example');
  const foreign = { account: 'C0north01', id: 'cloud-identity', on: true, below: false };
  expect(() => call(desk, 'tickGuide', foreign)).toThrow('Nothing was noted');
  const own = { ...foreign, account: 'C0cloud01' };
  expect(lineIn(call(desk, 'tickGuide', own), 'cloud-identity')?.ticked?.by).toBe(boss);
});
