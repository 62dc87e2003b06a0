import { earlier, instantOf, openMixed, putTo } from './mixed';
import { endOf } from './end';
import { letTimePass, workToEnd } from './work';

test('scratch', () => {
  const cpu = (f: () => unknown): number => { const s = process.cpuUsage(); f(); const u = process.cpuUsage(s); return Math.round((u.user + u.system) / 1000); };
  const desk = openMixed();
  const b = openMixed();
  process.stderr.write(`job ${cpu(() => workToEnd(desk, earlier))}\n`);
  let end: any;
  process.stderr.write(`end ${cpu(() => { end = endOf(desk); })}\n`);
  console.log({ ...end, google: 0, created: end.created.length, statuses: 0, handOff: end.handOff.length });
  const a = openMixed();
  const times: Record<string, number[]> = {};
  a.host.onEffect = (e) => {
    let x = 0;
    const kind = `${e.kind}`;
    const list = (times[kind] ??= []);
    if (list.length % 12) { list.push(-1); return; }
    x = cpu(() => { putTo(b, instantOf(a)); });
    const y = cpu(() => { letTimePass(b); workToEnd(b, earlier); });
    let other: any;
    const z = cpu(() => { other = endOf(b); });
    list.push(x + y + z);
    process.stderr.write(`${e.kind}:${e.n} ${e.when} ${x} ${y} ${z} ${JSON.stringify(other) === JSON.stringify(end)}\n`);
  };
  workToEnd(a, earlier);
  for (const [k, l] of Object.entries(times)) process.stderr.write(`${k} ${l.length}\n`);
});
