import { open,person, googleOf } from './shop';
test('x', () => {
    const desk = open([{Email:'new@shop.example','First name':'a','Last name':'b'}]);
    desk.check();
    googleOf(desk).control.failNext('directory.users.insert', { status: 0, applied: true });
    desk.run();
  console.log(desk.rows().map(r=>[r['Status'],r['Details']]), desk.workspace.log.map((l) => `${l.at} ${l.op} ${JSON.stringify(l.params)} ${JSON.stringify(l.body)} ${l.status} ${l.reason}`).slice(12).join('\n'));
});
