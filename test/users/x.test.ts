import { open,person,account,businessStandard,businessStarter } from './shop';
test('x', () => {
    const desk = open([{Email:'old@shop.example', Licences:'Business Standard'}, {Email:'ann@shop.example','First name':'a','Last name':'b',Licences:'Cloud Identity Free','Org unit':'/New/Deep'}], {
      users: [person('old@shop.example', 'old Test')], licences: [{ userId: `old@shop.example`, productId: 'Google-Apps', skuId: businessStandard }], autoLicensing: [{orgUnitPath:'/',productId:'Google-Apps',skuId:businessStarter}],
    });
    desk.checkAndRun();
  console.log(desk.rows(), desk.workspace.log.map((l) => `${l.at} ${l.op} ${JSON.stringify(l.params)} ${JSON.stringify(l.body)} ${l.status} ${l.reason}`).join('\n'));
});
