import { ask } from '../../sandbox/cli/desk';
import { openDesk } from '../sandbox-desk';
import { open, shop, userAt } from './shop';

/** Files of other tools, pasted onto the tab as they are. */

const ana = 'ana@shop.example';
test('the names of GAM’s export are understood', () => {
  const desk = open([{ primaryEmail: ana, 'name.givenName': 'Ana', 'name.familyName': 'Ruiz', orgUnitPath: '/' }]);
  desk.checkAndRun();
  expect(userAt(desk, ana).name).toMatchObject({ givenName: 'Ana', familyName: 'Ruiz' });
});

test('a title above the headers is told by the row of the headers', () => {
  const users = `New colleagues,,\nEmail,First name,Last name\n${ana},Ana,Ruiz\n`;
  const desk = openDesk({ tenant: shop(), users, setUp: false });
  const says = 'The headers of the Users tab seem to stand on row 2.';
  expect(() => ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' })).toThrow(says);
});
