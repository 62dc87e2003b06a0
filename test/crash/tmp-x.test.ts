import { ask } from '../../sandbox/cli/desk';
import { instantOf, openMixed, putTo, earlier } from './mixed';
import { letTimePass } from './work';
function checkedOf(desk: any): any {
  const { planId: _id, estimate: _estimate, ...plan } = ask(desk.host, 'getPlan');
  const users = desk.host.state.sheets.find((sheet: any) => sheet.name === 'Users');
  const notes = users?.cells.flatMap((row: any, at: number) => row.flatMap((cell: any, column: number) => (cell?.note ? [`${at} ${column} ${cell.note}`] : [])));
  const column = users?.cells[0]?.findIndex((cell: any) => cell?.value === 'Status') ?? -1;
  const statuses = users?.cells.map((row: any) => row[column]?.value ?? '');
  return { plan, notes, statuses };
}
function check(desk: any): void {
  let progress = ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' });
  while (progress.more) progress = ask(desk.host, 'continueWork');
}
test('x', () => {
  const whole = openMixed(); check(whole); const wanted = checkedOf(whole);
  const [working, resumed] = [openMixed(), openMixed()];
  let done = false;
  working.host.onEffect = ({ kind, n, when }) => {
    if (done) return;
    putTo(resumed, instantOf(working)); letTimePass(resumed);
    const { work, hasPlan } = ask(resumed.host, 'getDesk');
    if (work?.startedAt === earlier) check(resumed);
    else if (!hasPlan) for (let progress = work; progress?.more;) progress = ask(resumed.host, 'continueWork');
    const got = checkedOf(resumed);
    if (JSON.stringify(got) !== JSON.stringify(wanted)) { done = true; console.log(kind, n, when); expect(got).toEqual(wanted); }
  };
  check(working);
}, 100000);
