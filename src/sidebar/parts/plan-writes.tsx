import type { PlanLine, PlanView, PlanWrite } from '../../job/wire';
import type { Act } from '../act';
import { keyOfLine, type Opened, type State } from '../state';
import { count, figure } from '../words';
import { useFirstNew } from './first-new';
import { Link } from './link';
import { Name } from './name';

/** Lines of a plan's totals, each of which opens to the writes that it counts. */

interface LineProps {
  readonly plan: PlanView;
  readonly line: PlanLine;
  readonly opened: Opened | undefined;
  readonly act: Act;
}

/** Whom a write is about and what it does, with the place of its row. */
function Write({ write, act }: { write: PlanWrite; act: Act }) {
  const { of, says, text, tab, cell } = write;
  const place = tab + ' ' + cell;
  return (
    <li>
      <div class="head">
        <b class="what">
          <Name>{of}</Name>
        </b>
        {cell && (
          <Link class="beside" onClick={() => void act.goToRow(write)} label={place + ', go to ' + of}>
            {place}
          </Link>
        )}
      </div>
      <div class="sub">{says}</div>
      {text && <div class="letter">{text}</div>}
    </li>
  );
}

/** The writes that are here, and the link to more of them. */
function Writes({ plan, line, opened, act }: LineProps & { opened: Opened }) {
  const writes = opened === 'coming' ? [] : opened.writes;
  const { list, ask } = useFirstNew(writes.length);
  const more = () => {
    ask();
    void act.morePlanLines(plan, line);
  };
  if (opened === 'coming') return <p class="sub">Fetching…</p>;
  const left = opened.total - writes.length;
  return (
    <>
      <ul class="writes" ref={list} aria-label={line.says}>
        {writes.map((write, at) => (
          <Write key={at} write={write} act={act} />
        ))}
      </ul>
      {left > 0 && (
        <Link onClick={more}>{opened.coming ? 'Fetching…' : 'Show more: ' + count(left, 'is', 'are') + ' left'}</Link>
      )}
    </>
  );
}

function Line(props: LineProps) {
  const { plan, line, opened, act } = props;
  return (
    <li class="total">
      <button
        type="button"
        class="link"
        aria-expanded={opened !== undefined}
        onClick={() => void act.togglePlanLine(plan, line)}
      >
        <span class="n">{figure(line.count)}</span>
        <span class="what">
          {line.says}
          {line.detail && <span class="sub">{line.detail}</span>}
        </span>
      </button>
      {opened && <Writes {...props} opened={opened} />}
    </li>
  );
}

/** All lines of a plan: what is sent, then what is only sent where the run finds that it is needed. */
export function PlanWrites({ state, act, plan }: { state: State; act: Act; plan: PlanView }) {
  const lines = (need: PlanLine['need']) => (
    <ul>
      {plan.lines
        .filter((line) => line.need === need)
        .map((line) => (
          <Line key={line.says} plan={plan} line={line} opened={state.opened[keyOfLine(plan, line)]} act={act} />
        ))}
    </ul>
  );
  return (
    <>
      <h2>What will be done</h2>
      {lines('must')}
      {plan.lines.some(({ need }) => need === 'may') && (
        <>
          <h2>Only if the run finds it needed</h2>
          {lines('may')}
        </>
      )}
      <div class="links">
        <Link onClick={() => void act.copyPlan(plan)}>Copy to the tab Plan</Link>
        <span class="sub">{state.copied}</span>
      </div>
    </>
  );
}
