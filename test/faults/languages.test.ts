import { ask } from '../../sandbox/cli/desk';
import { errorLanguages } from '../../sandbox/apps-script/languages';
import { columnOf } from '../interference/people';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { admin, open, refusal, shop, statuses } from '../users/shop';
import { someOf } from '../sweep';

/** What the platform says no with comes in the language of whoever is signed in: it is understood in each. */

const rows = ['ann', 'bob', 'cec'].map((name) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
}));

const many = Array.from({ length: 15 }, (_, n) => ({
  Email: `p${String(n)}@shop.example`,
  'First name': 'Pia',
  'Last name': `Moss ${String(n)}`,
}));

function useUp(desk: TestDesk, quota: string, used: number): void {
  desk.host.state.quotas = { ...desk.host.state.quotas, [`${quota} ${admin}`]: { since: desk.clock.now(), used } };
}

function fill(store: Record<string, string>): void {
  for (let n = 100; n < 160; n++) store[`other-script-${String(n)}`] = 'x'.repeat(9_000);
  const names = Object.keys(store).filter((name) => name.startsWith('other-script-'));
  const size = (): number =>
    Object.entries(store).reduce((sum, [name, text]) => sum + Buffer.byteLength(name + text), 0);
  while (size() > 500 * 1024 - 50) {
    const name = names.pop() ?? '';
    const over = size() - (500 * 1024 - 50);
    if ((store[name]?.length ?? 0) > over) store[name] = 'x'.repeat((store[name]?.length ?? 0) - over);
    else Reflect.deleteProperty(store, name);
  }
}

describe.each(someOf(errorLanguages, 2))('in %s', (errorLanguage) => {
  const desk = (more: Parameters<typeof open>[2] = {}, people: readonly Record<string, string>[] = rows): TestDesk =>
    open(people, {}, { ...more, switches: { errorLanguage } });

  test('a protected range is told with its tab', () => {
    const at = desk();
    at.check();
    const users = at.host.state.sheets.find(({ name }) => name === 'Users');
    const rect = { row: 1, column: columnOf(at.host, 'Status'), rows: 1000, columns: 2 };
    if (users)
      users.furniture['protections'] = [
        { id: 99, rect, description: 'mine', warningOnly: false, editors: ['other@shop.example'] },
      ];
    expect(refusal(() => at.run())).toMatchObject({
      code: 'protectedRange',
      message: expect.stringMatching(/tab Users.*Remove the protection/s) as string,
    });
  });

  test('a full store, a store whose day is over, and a day without requests over HTTP each end as they should', () => {
    const full = desk();
    fill(full.host.state.properties.document);
    expect(refusal(() => full.checkAndRun())).toMatchObject({
      code: 'storeFull',
      message: expect.stringMatching(/full/) as string,
    });
    expect(full.google.writes()).toEqual([]);

    const tired = desk();
    useUp(tired, 'propertyCalls', 500_000);
    expect(
      refusal(() => ask(tired.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' })).code,
    ).toBe('dailyQuota');

    const without = desk({}, many);
    useUp(without, 'urlFetch', 100_000 - 20);
    without.checkAndRun();
    expect(Object.values(statuses(without))).toEqual(many.map(() => 'Done'));
    expect(without.google.writes('directory.users.insert')).toHaveLength(many.length);
  });

  test('a permission that was left out is told as one, and without requests over HTTP the services do', () => {
    const without = (scope: string, people: readonly Record<string, string>[]): TestDesk =>
      openDesk({
        tenant: shop(),
        users: people,
        setUp: false,
        options: { refusedScopes: [`https://www.googleapis.com/auth/${scope}`], switches: { errorLanguage } },
      });
    for (const scope of ['userinfo.email', 'spreadsheets.currentonly'])
      expect([scope, refusal(() => without(scope, rows).check()).code]).toEqual([scope, 'scopeNotGranted']);
    const services = without('script.external_request', many);
    services.checkAndRun();
    expect(Object.values(statuses(services))).toEqual(many.map(() => 'Done'));
  });
});
