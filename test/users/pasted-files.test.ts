import { ask } from '../../sandbox/cli/desk';
import { openDesk } from '../sandbox-desk';
import { open, shop, userAt } from './shop';

/** Files of other tools, pasted onto the tab as they are. */

const ana = 'ana@shop.example';
test('the names of GAM’s export are understood', () => {
  const name = { 'name.givenName': 'Ana', 'name.familyName': 'Ruiz' };
  const desk = open([{ primaryEmail: ana, ...name, orgUnitPath: '/', suspended: 'False', 'aliases.0': '' }]);
  expect(desk.check().unused).toBeUndefined();
  desk.run();
  expect(userAt(desk, ana).name).toMatchObject({ givenName: 'Ana', familyName: 'Ruiz' });
});

test('a title above the headers is told by the row of the headers', () => {
  const users = `New colleagues,,\nEmail,First name,Last name\n${ana},Ana,Ruiz\n`;
  const desk = openDesk({ tenant: shop(), users, setUp: false });
  const says = 'The headers of the Users tab seem to stand on row 2.';
  expect(() => ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' })).toThrow(says);
});
