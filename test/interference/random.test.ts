import { ask } from '../../sandbox/cli/desk';
import { dice } from '../crash/dice';
import { endOf } from '../crash/end';
import { openJob } from '../crash/job';
import type { JobDesk, JobOptions } from '../crash/job';
import { mixed } from '../crash/mixed';
import { workToEnd } from '../crash/work';
import { seedsOr } from '../sweep';
import { meddle, textsOf } from './people';
import { beyond, writesOf } from './writes';

/**
 * People sort, insert, copy, delete and edit rows while a run is at them, between its requests and between its slices.
 * Whatever they do, nothing is sent that was not approved, nobody is made twice, no password is wrong, and the next
 * check and run go on. A failing seed says what was done.
 */

const cut: JobOptions = { rows: (_row, place) => place % 4 === 1, latency: 1_500 };
const seeds = seedsOr(2, 25);

function checked(): JobDesk {
  const desk = openJob(mixed, cut);
  // Whoever sorts a whole tab has its headers frozen.
  for (const sheet of desk.host.state.sheets) sheet.frozenRows = 1;
  let progress = ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' });
  while (progress.more) progress = ask(desk.host, 'continueWork');
  return desk;
}

/** Runs the approved plan while somebody meddles about every twelfth time that an effect is due. */
function disturbed(seed: number): { readonly desk: JobDesk; readonly deeds: readonly string[] } {
  const desk = checked();
  const chance = dice(seed);
  const before = textsOf(desk.host, 'Users');
  const deeds: string[] = [];
  const plan = ask(desk.host, 'getPlan');
  desk.host.onEffect = () => {
    if (chance() < 1 / 12 && deeds.length < 8) deeds.push(meddle(desk.host, chance, before));
  };
  let progress = ask(desk.host, 'startRun', { planId: plan.planId, confirmed: true });
  while (progress.more) {
    deeds.push(meddle(desk.host, chance, before));
    progress = ask(desk.host, 'continueWork');
  }
  desk.host.onEffect = undefined;
  return { desk, deeds };
}

test(`${seeds} runs at which somebody meddles with the rows send nothing beyond the plan, and the next run goes on`, () => {
  const calm = openJob(mixed, cut);
  workToEnd(calm);
  const approved = writesOf(calm);
  const wrong: string[] = [];
  let meddled = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const { desk, deeds } = disturbed(seed);
    const end = endOf(desk);
    meddled += deeds.length;
    const says = [
      ...beyond(writesOf(desk), approved).map((write) => `sent ${write}`),
      ...end.wrongPasswords.map((email) => `wrong password of ${email}`),
      ...end.created.filter((one, at) => end.created.indexOf(one) !== at).map((one) => `twice: ${one}`),
      ...(end.phase === 'finished' ? [] : [`the run is ${end.phase}`]),
      ...nextRun(desk),
    ];
    wrong.push(...says.map((one) => `seed ${seed} (${deeds.join(', ')}): ${one}`));
  }
  expect(wrong).toEqual([]);
  expect(meddled).toBeGreaterThan(seeds * 2);
}, 600_000);

/** The check and run after it must work, too, and hand off nothing wrong. */
function nextRun(desk: JobDesk): readonly string[] {
  const { startedAt } = ask(desk.host, 'getProgress');
  desk.clock.sleep(60_000);
  const { progress } = workToEnd(desk, startedAt);
  const { wrongPasswords } = endOf(desk);
  return [
    ...(progress.adrift ? [`the next run: ${progress.adrift}`] : []),
    ...wrongPasswords.map((email) => `the next run: wrong password of ${email}`),
  ];
}
