import { coverage } from '../../reports/coverage';
import { lacks, lacksOf, nameOf, type Cover } from '../../reports/coverage/cover';
import { coverageTab, lookAtTeam, refuseNobody } from '../../reports/coverage/look';
import type { ReportAt } from '../../reports/report';
import { keptTwoStep, twoStepTab } from '../../reports/two-step/kept';
import { withLock } from '../keeping/job-record';
import { signedIn } from '../reach/identity';
import { reportAt } from '../reports';
import { fillTab, tabNamed } from '../rows/spreadsheet';
import { Slice } from '../slice';
import type { CoverageView, CoverCell, CoverDomain, CoverPerson, TwoStepCount } from './wire';

/**
 * Looks at everybody on the roster, and keeps what was seen on the tab of the report: the administrators of the other
 * accounts see it there, and it outlasts their looks. Throws NobodyServes and Refusal.
 */
export function lookAtCoverage(): CoverageView {
  const slice = new Slice(signedIn());
  const at = reportAt(slice);
  const looked = slice.answer(lookAtTeam(at));
  refuseNobody(looked);
  keep(at, slice);
  const { covers, domains } = looked;
  return {
    lacks,
    domains: domains.map((name) => domainOf(name, covers)),
    people: peopleOf(covers, domains),
    twoStep: {
      team: count(
        covers.filter(({ person, account }) => !person.left && account !== 'missing').map(({ twoStep }) => twoStep),
      ),
      customers: count(customersKept(at)),
    },
  };
}

/** While a run writes, the next look keeps it. */
function keep(at: ReportAt, slice: Slice): void {
  const before = at.read(coverageTab);
  const rows = [coverage.headers, ...slice.answer(coverage.rows(at))];
  if (JSON.stringify(rows) === JSON.stringify(before)) return;
  withLock(() => {
    fillTab(tabNamed(coverage.label, coverage.headers), rows);
  });
}

function domainOf(name: string, covers: readonly Cover[]): CoverDomain {
  const here = covers.filter(({ domain }) => domain === name);
  const seen = here.map((one) => one.seen).sort();
  return { name, waitsFor: here.find(({ waitsFor }) => waitsFor)?.waitsFor ?? '', seen: seen[seen.length - 1] ?? '' };
}

function peopleOf(covers: readonly Cover[], domains: readonly string[]): readonly CoverPerson[] {
  const people = new Map<number, Cover[]>();
  for (const one of covers) people.set(one.person.row, [...(people.get(one.person.row) ?? []), one]);
  return [...people.values()].flatMap((theirs) => {
    const [first] = theirs;
    if (!first) return [];
    const { name: key, row, workAddress, left } = first.person;
    const cells = theirs.map((one) => cellOf(one, domains.indexOf(one.domain)));
    return [{ key, row, name: nameOf(first.person), workAddress, left, cells }];
  });
}

function cellOf(cover: Cover, domain: number): CoverCell {
  const { address, userRow, account, cloudIdentity, role, firstSignIn, twoStep, seen } = cover;
  const stands = { account, cloudIdentity, role, firstSignIn, twoStep, seen };
  return { domain, address, userRow, ...stands, lacks: lacksOf(cover) };
}

function customersKept(at: ReportAt): readonly string[] {
  const kept = [...keptTwoStep(at.read(twoStepTab)).values()];
  return kept.filter(({ is }) => is === 'First administrator').map(({ twoStep }) => twoStep);
}

function count(stands: readonly string[]): TwoStepCount {
  const on = stands.filter((one) => one === 'enforced' || one === 'enrolled').length;
  const notSeen = stands.filter((one) => one === '').length;
  return { on, notSeen, off: stands.length - on - notSeen };
}
