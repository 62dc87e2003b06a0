import { readFileSync } from 'node:fs';
import { openDesk } from '../sandbox-desk';
import { parseTenant } from '../../sandbox/workspace/tenant';
test.each(['team','import-300'])('time of %s', (name) => {
  const root = 'examples/'+name;
  for (const setUp of [false, true]) {
  const desk = openDesk({ tenant: parseTenant(JSON.parse(readFileSync(root+'/tenant.json','utf8'))), users: readFileSync(root+'/Users.csv','utf8'), setUp });
  const t0=desk.clock.now();
  for (const fn of ['onHomepage','checkFromCard','continueFromCard','continueFromCard']) { const a=desk.clock.now(); try { desk.host.call(fn,[{}],'card'); } catch(e) { console.log(String(e)); } console.log(name,setUp,fn,desk.clock.now()-a); }
  }
});
