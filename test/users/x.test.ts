import { open, shop, statuses, userAt, skusOf, rolesOf, orgUnitsAt, person, expectSettled, businessStandard } from './shop';
test('x', () => {
  const t0 = Date.now();
  const desk = open([{ Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz', 'Org unit': '/Sales/North', Licences: 'Business Standard', Roles: 'Groups Admin', 'Super admin': 'yes', Aliases: 'a.ruiz@shop.example', Language: 'Spanish', 'Recovery email': 'ana@home.example', 'Recovery phone': '+34600111222', 'Change password at sign-in': 'No', State: 'Active' }]);
  console.log(Date.now() - t0);
  const plan = desk.check();
  console.log(JSON.stringify(plan, null, 1), Date.now() - t0);
  console.log(JSON.stringify(desk.run(), null, 1), Date.now() - t0);
  console.log(desk.rows(), userAt(desk, 'ana@shop.example'), skusOf(desk, 'ana@shop.example'), rolesOf(desk, 'ana@shop.example'), orgUnitsAt(desk));
  console.log(desk.workspace.log.map((l) => `${l.at} ${l.op} ${JSON.stringify(l.params)} ${JSON.stringify(l.body)} ${l.status} ${l.reason}`).join('\n'));
  expectSettled(desk);
  console.log(Date.now() - t0);
});
