import { lists } from '../../sandbox/cli/lists';
import { account, open as openReseller } from '../new-customers/reseller';
import type { TestDesk } from '../sandbox-desk';
import { open as openShop, person } from '../users/shop';

/** What a run learns, such as an id that a person typed beside a wish, does not make a row look changed. */

interface Case {
  /** A desk whose row names something that exists by its id, and wishes a change of it. */
  open(): TestDesk;
  readonly key: string;
  /** A change of the wish itself. */
  readonly meddle: readonly [header: string, text: string];
}

const cases: Readonly<Record<string, Case>> = {
  Users: {
    open: () =>
      openShop('Email,User ID,Last name\nana@shop.example,117000000000000000001,Ruíz', {
        users: [person('ana@shop.example', 'Ana Ruiz', { id: '117000000000000000001' })],
      }),
    key: 'ana@shop.example',
    meddle: ['Last name', 'Rey'],
  },
  Customers: {
    open: () =>
      openReseller({ customers: [{ Domain: 'acme.example', 'Customer ID': 'C0acme', Phone: '+34600111222' }] }, [
        account('acme.example'),
      ]),
    key: 'Customers!acme.example',
    meddle: ['Phone', '+34600111333'],
  },
};

test('every tab with a column of ids is tried', () => {
  expect(Object.keys(cases).sort()).toEqual(
    lists.tabs
      .filter(({ idColumn }) => idColumn !== '')
      .map(({ name }) => name)
      .sort(),
  );
});

describe.each(Object.entries(cases))('%s', (_tab, { open, key, meddle }) => {
  test('a row that brings its id along and is changed in its first run ends as done, and is settled then', () => {
    const desk = open();
    desk.checkAndRun();
    expect(desk.row(key)).toMatchObject({ Status: 'Done' });
    const before = desk.google.writes().length;
    desk.checkAndRun();
    expect([desk.row(key)['Status'], desk.google.writes().length - before]).toEqual(['Up to date', 0]);
  });

  test('one whose wish somebody changes after the check is not run all the same', () => {
    const desk = open();
    desk.check();
    desk.type(key, ...meddle);
    desk.run();
    expect(desk.row(key)).toMatchObject({ Status: 'Changed since check' });
    expect(desk.google.writes()).toEqual([]);
  });
});
