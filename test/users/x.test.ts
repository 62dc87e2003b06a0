import { open } from './shop';
test('x', () => {
  for (let i = 0; i < 4; i++) {
    const t: number[] = [Date.now()];
    const desk = open([{ Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz', 'Org unit': '/Sales/North', Licences: 'Business Standard', Roles: 'Groups Admin', 'Super admin': 'yes', Aliases: 'a.ruiz@shop.example', Language: 'Spanish', 'Recovery email': 'ana@home.example', 'Recovery phone': '+34600111222', 'Change password at sign-in': 'No', State: 'Active' }]);
    t.push(Date.now());
    desk.check();
    t.push(Date.now());
    desk.run();
    t.push(Date.now());
    desk.checkAndRun();
    t.push(Date.now());
    desk.host.call('getNeeds');
    t.push(Date.now());
    console.log(t.slice(1).map((x, k) => x - t[k]!), process.cpuUsage());
  }
});
