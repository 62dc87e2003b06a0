import { ask } from '../../sandbox/cli/desk';
import type { JobDesk } from './job';
import { jobIn } from './job';
import type { TakeUp } from './take-up';
import { letTimePass, nextStep, untilTriggersAreGone, workToEnd } from './work';
import type { Step } from './work';

/** The job of `examples/support-team`: two administrators, one after the other, on one workbook. */

const whole = jobIn('examples', 'support-team');

/** One of each: on every domain, Reseller Admin, holder of a legacy role, two of the unit that licenses, the leaver. */
const people = ['mara.lindqvist', 'noor.haddad', 'matti.hyvarinen', 'greta.keller', 'hugo.lefevre', 'sam.okafor'];

const cut = (rows: readonly (readonly string[])[]) => {
  const name = rows[0]?.indexOf('User name') ?? -1;
  return rows.filter((row, place) => place === 0 || people.includes(row[name] ?? ''));
};

/** The same with one person of each kind. */
export const supportTeam = {
  ...whole,
  workbook: {
    ...whole.workbook,
    tabs: whole.workbook.tabs.map((tab) => (tab.name === 'Team' ? { ...tab, rows: cut(tab.rows) } : tab)),
  },
};

/** Who comes to the spreadsheet, and what somebody has done in the Admin console before. */
const visits: readonly { readonly person: string; readonly licensing: 'on' | 'off' }[] = [
  { person: 'ingrid.dahl@cloudpartner.example', licensing: 'on' },
  { person: 'ingrid.dahl@cloudpartner.example', licensing: 'off' },
  { person: 'pia.lehto@northpartner.example', licensing: 'off' },
];

/** Says yes to what rows ask, and checks again, before anything is run. */
const answering: Step = (desk, progress) => {
  if (progress?.phase !== 'checked' || progress.more) return nextStep(desk, progress);
  const asking = ask(desk.host, 'getPlan').needs.filter(({ question }) => question !== undefined);
  if (!asking.length) return nextStep(desk, progress);
  ask(desk.host, 'answerQuestion', { keys: asking.map(({ key }) => key), yes: true });
  return nextStep(desk, null);
};

/** The whole job, and how it is taken up where its last death found it. */
export function inTurns(): { readonly work: (desk: JobDesk) => void; readonly takeUp: TakeUp } {
  const now: { visit: number; before: string | undefined } = { visit: 0, before: undefined };
  const from = (desk: JobDesk, { visit, before }: typeof now, tell: (at: typeof now) => void): void => {
    for (let [at, earlier] = [visit, before]; at < visits.length; at++) {
      tell({ visit: at, before: earlier });
      earlier = sitDown(desk, at, earlier);
    }
  };
  return {
    work: (desk) => {
      // A summary that goes out at most once is another job's promise.
      desk.host.state.properties.users = {};
      from(desk, { visit: 0, before: undefined }, (at) => Object.assign(now, at));
    },
    takeUp: (desk) => {
      desk.host.become(visits[now.visit]?.person ?? '');
      letTimePass(desk);
      from(desk, { ...now }, () => undefined);
      letTimePass(desk, untilTriggersAreGone);
    },
  };
}

/** One visit from whatever state to its end; answers with when its work began. */
function sitDown(desk: JobDesk, at: number, before: string | undefined): string {
  const { person = '', licensing } = visits[at] ?? {};
  desk.host.become(person);
  if (licensing === 'off') desk.workspace.control.licenseNobody('C03kp41xz');
  return workToEnd(desk, before, answering).progress.startedAt;
}
