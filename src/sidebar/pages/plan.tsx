import type { PlanView, RowNote as Row } from '../../job/wire';
import type { Act } from '../act';
import { Button } from '../parts/button';
import { Confirm } from '../parts/confirm';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { Others } from '../parts/others';
import { PlanWrites } from '../parts/plan-writes';
import { matterOf } from '../parts/row-note';
import { Seats } from '../parts/seats';
import { count, figure, sum, tallies } from '../words';

/** Rows that a run of this plan would touch. */
function rowsToRun(plan: PlanView): number {
  if (!plan.changes) return 0;
  return sum(plan.counts, 'planned') || plan.rows;
}

function titleOf(plan: PlanView): string {
  if (!plan.changes) return 'Nothing to change';
  return 'Plan: ' + count(rowsToRun(plan), 'row') + ', ' + count(plan.changes, 'change');
}

function addedSays(added: number): string {
  return `The Team tab added ${count(added, 'row', 'rows')} to Users.`;
}

function hiddenSays({ hiddenRows }: PlanView): string {
  return count(hiddenRows, 'row is', 'rows are') + ' hidden in the sheet and included.';
}

/** A filter view is of whoever looks: scripts are told of filters only (reference of Sheet). */
function leftOutSays(rows: number): string {
  const out = count(rows, 'hidden row is', 'hidden rows are') + ' left out.';
  return out + ' What only a filter view hides is included: Seatsheet cannot see filter views.';
}

/** The first rows that a person has to look at; the others are one click away. */
function NeedFirst({ needs, act }: { needs: readonly Row[]; act: Act }) {
  const open = needs.filter(({ outcome, drift }) => outcome !== 'waiting' && !drift);
  const others = needs.length - open.length;
  const first = open.slice(0, 2);
  const title = open.length
    ? count(open.length, 'row needs you first', 'rows need you first')
    : count(others, 'row to look at', 'rows to look at');
  return (
    <Note tone="wait" title={title}>
      {first.map((row) => (
        <p key={row.key}>
          <Link onClick={() => void act.goToRow(row)} label={row.tab + ' ' + row.cell + ', go to ' + row.title}>
            {row.tab} {row.cell}
          </Link>{' '}
          {row.title}: {matterOf(row)}
        </p>
      ))}
      <div class="links">
        <Link onClick={() => void act.showNeeds()}>
          {needs.length > 1 ? 'Show all ' + count(needs.length, 'row') + ' to look at' : 'Show it'}
        </Link>
      </div>
    </Note>
  );
}

function Estimate({ plan }: { plan: PlanView }) {
  return (
    <>
      <h2>Time</h2>
      <div>{plan.estimate.says}</div>
    </>
  );
}

function Buttons({ state, act, plan }: PageProps & { plan: PlanView }) {
  const rows = rowsToRun(plan);
  const again = state.lastAsk ? 'Check again' : 'Choose rows';
  const resting = state.busy !== '' || state.working;
  if (!rows || plan.lacks) {
    return (
      <Button kind="primary" onClick={act.checkAgain} disabled={resting}>
        {again}
      </Button>
    );
  }
  return (
    <>
      <Button onClick={act.checkAgain} disabled={resting}>
        {again}
      </Button>
      <Button kind="primary" onClick={() => void act.run(plan)} disabled={resting}>
        Run {count(rows, 'row')}
      </Button>
    </>
  );
}

/** What is above a limit, and the second question before it is run all the same. */
function Limits({ state, act, plan }: PageProps & { plan: PlanView }) {
  const { asking } = state;
  if (asking.length) {
    return (
      <Confirm
        key={asking.join()}
        question="Run it all the same?"
        says={asking.join(' ')}
        yes={'Run ' + count(rowsToRun(plan), 'row')}
        no="Not now"
        onYes={() => void act.run(plan, true)}
        onNo={act.dontRun}
      />
    );
  }
  if (!plan.asks.length) return null;
  return (
    <Note tone="wait" title="Above your limit">
      {plan.asks.map(({ says }) => (
        <p key={says}>{says}</p>
      ))}
      <p>Run asks you once more. Limits are set in the menu: Set up › Limits.</p>
    </Note>
  );
}

function UnusedColumns({ says, columns }: NonNullable<PlanView['unused']>[number]) {
  if (!columns) return <p class="sub">{says}</p>;
  return (
    <details>
      <summary class="sub">{says}</summary>
      <ul>
        {columns.map((column) => (
          <li key={column}>{column}</li>
        ))}
      </ul>
    </details>
  );
}

function PlanBody({ state, act, plan }: PageProps & { plan: PlanView }) {
  const standing = tallies(plan.counts);
  const total = standing.reduce((rows, tally) => rows + tally.count, 0);
  const words = standing.map((tally) => figure(tally.count) + ' ' + tally.word);
  return (
    <>
      {plan.needs.length > 0 && <NeedFirst needs={plan.needs} act={act} />}
      {plan.lacks && (
        <Note tone="stop" title="This plan cannot be run">
          <p>{plan.lacks.says}</p>
          <p>{plan.lacks.remedy}</p>
        </Note>
      )}
      <Limits state={state} act={act} plan={plan} />
      {plan.added !== undefined && <Note tone="info">{addedSays(plan.added)}</Note>}
      {plan.hiddenRows > 0 && <Note tone="wait">{hiddenSays(plan)}</Note>}
      {plan.leftOut !== undefined && <Note tone="wait">{leftOutSays(plan.leftOut)}</Note>}
      {plan.changes > 0 ? (
        <PlanWrites state={state} act={act} plan={plan} />
      ) : (
        <p>Google has already what the rows ask for.</p>
      )}
      <Seats seats={plan.seats} />
      {plan.changes > 0 && <Estimate plan={plan} />}
      <h2>{count(total, 'row')} checked</h2>
      <div>{words.join(' · ')}</div>
      {plan.unused?.map((unused) => (
        <UnusedColumns key={unused.says} {...unused} />
      ))}
      <Others rows={plan.others} act={act} />
    </>
  );
}

/** The checked plan in words, before it is approved. */
export function Plan({ state, act }: PageProps) {
  const { plan } = state;
  if (!plan) return <Frame state={state} act={act} title="No plan" />;
  return (
    <Frame
      state={state}
      act={act}
      title={titleOf(plan)}
      footer={!state.asking.length && <Buttons state={state} act={act} plan={plan} />}
    >
      <PlanBody state={state} act={act} plan={plan} />
    </Frame>
  );
}
