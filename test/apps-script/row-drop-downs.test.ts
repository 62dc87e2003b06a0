import { ruleAt } from '../../sandbox/apps-script/system/grid';
import { choicesOf } from '../../sandbox/apps-script/system/rules';
import { ask } from '../../sandbox/cli/desk';
import { account, open, type Cells } from '../new-customers/reseller';
import type { TestDesk } from '../sandbox-desk';

/** Each row's cells offer the org units and roles of the row's own account. */

const unit = (orgUnitPath: string): object => ({ orgUnitPath });
const acme = account('acme.example', { orgUnits: [unit('/Plant'), unit('/Office')] });
const beta = account('beta.example', {
  orgUnits: [unit('/Shop')],
  roles: [{ roleName: 'Till Admin', rolePrivileges: [] }],
});
const person = (Email: string, more: Cells = {}): Cells => ({ Email, 'First name': 'Ana', 'Last name': 'Bo', ...more });
const rows = [
  person('ana@acme.example', { 'Org unit': '/Plant' }),
  person('bo@beta.example'),
  person('cy@acme.example'),
  person('dan@nobody.example'),
  person('eve@resell.example'),
];

/** The words that a cell of the Users tab offers; undefined where anything else is refused there. */
function offered(desk: TestDesk, header: string, row: number): readonly string[] | undefined {
  const { state } = desk.host;
  const users = state.sheets.find(({ name }) => name === 'Users');
  const column = users?.cells[0]?.findIndex((cell) => cell?.value === header) ?? -1;
  const rule = users && ruleAt(users, row, column + 1);
  return rule?.allowInvalid ? choicesOf(state, rule) : undefined;
}

const units = (desk: TestDesk, ...at: number[]) => at.map((row) => offered(desk, 'Org unit', row));

test('set-up offers each row what its account has, and one of no known account the general lists', () => {
  const desk = open({ users: rows }, [acme, beta]);
  expect(units(desk, 2, 3, 4, 5, 6)).toEqual([
    ['/', '/Office', '/Plant'],
    ['/', '/Shop'],
    ['/', '/Office', '/Plant'],
    ['/'],
    ['/'],
  ]);
  expect(offered(desk, 'Roles', 3)).toContain('Till Admin');
  expect(offered(desk, 'Roles', 2)).not.toContain('Till Admin');
  expect(offered(desk, 'Language', 3)?.length).toBeGreaterThan(20);
});

test('a check that meets a customer for the first time makes its lists, and rows that moved follow', () => {
  const desk = open({ users: rows.slice(0, 1) }, [acme, beta]);
  desk.type('ana@acme.example', 'Email', 'ana@beta.example');
  desk.check();
  expect(units(desk, 2)).toEqual([['/', '/Shop']]);
  desk.type('ana@beta.example', 'Email', 'ana@acme.example');
  const before = desk.google.reads('directory.orgunits.list').length;
  desk.check();
  expect(units(desk, 2)).toEqual([['/', '/Office', '/Plant']]);
  // The check itself reads those of the reseller and of the row; what is listed is not read again.
  expect(desk.google.reads('directory.orgunits.list').length - before).toBeLessThanOrEqual(2);
});

test('org units that a customer has by now are there after a refresh', () => {
  const desk = open({ users: rows }, [acme, beta]);
  desk.type('bo@beta.example', 'Org unit', '/Shop/Till');
  desk.checkAndRun();
  desk.host.call('refreshDropDowns', [], 'menu');
  expect(units(desk, 3)).toEqual([['/', '/Shop', '/Shop/Till']]);
});

test('a sheet of one account has the same lists in every row', () => {
  const desk = open({ users: [person('eve@resell.example'), person('fay@resell.example')] }, [acme]);
  ask(desk.host, 'setUpSpreadsheet');
  desk.check();
  expect(units(desk, 2, 3)).toEqual([['/'], ['/']]);
});
