import { useState } from 'preact/hooks';
import type { CoverageView, TwoStepCount } from '../../job/coverage/wire';
import { countStates, looks, stateOf, toCheck, type CoverState } from '../cover-words';
import { Button } from '../parts/button';
import { CoverGrid } from '../parts/cover-grid';
import { CoverPane } from '../parts/cover-pane';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { ShapeOf } from '../parts/shape';
import { count, figure } from '../words';

type Wanted = CoverState | 'all';
/** From so many people on, a search box pays. */
const many = 8;

interface FilterProps {
  readonly view: CoverageView;
  readonly wanted: Wanted;
  readonly want: (state: Wanted) => void;
}

/** The states that there are, with their counts: the key to the shapes, and what is shown. */
function Filters({ view, wanted, want }: FilterProps) {
  const counts = countStates(view);
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const states = (Object.keys(looks) as CoverState[]).filter((state) => counts.has(state));
  return (
    <div class="chips" role="group" aria-label="Show">
      <button type="button" aria-pressed={wanted === 'all'} onClick={() => want('all')}>
        All <b>{figure(all)}</b>
      </button>
      {states.map((state) => (
        <button type="button" key={state} aria-pressed={wanted === state} onClick={() => want(state)}>
          <ShapeOf shape={looks[state].shape} /> {looks[state].word} <b>{figure(counts.get(state) ?? 0)}</b>
        </button>
      ))}
    </div>
  );
}

function twoStepSays({ on, off, notSeen }: TwoStepCount): string {
  const seen = figure(on) + ' of ' + figure(on + off) + ' on';
  return notSeen ? seen + ', ' + figure(notSeen) + ' not seen' : seen;
}

function TwoStepLine({ view, act, resting }: { view: CoverageView; act: PageProps['act']; resting: boolean }) {
  const { team, customers } = view.twoStep;
  const theirs = customers.on + customers.off + customers.notSeen;
  return (
    <p class="sub">
      2-step: team {twoStepSays(team)}
      {theirs > 0 && ' · customers’ first administrators ' + twoStepSays(customers)}
      {' · '}
      <Link onClick={() => void act.makeTwoStep()} disabled={resting} label="Who has to act, about 2-step">
        Who has to act
      </Link>
    </p>
  );
}

function Picture({ view, state, act }: PageProps & { view: CoverageView }) {
  const [wanted, want] = useState<Wanted>('all');
  const [text, find] = useState('');
  const [open, choose] = useState('');
  const words = text.trim().toLowerCase();
  const people = view.people.filter(
    (person) =>
      (person.name + ' ' + person.workAddress).toLowerCase().includes(words) &&
      (wanted === 'all' || person.cells.some((cell) => stateOf(cell, person) === wanted)),
  );
  const chosen = people.find(({ key }) => key === open);
  const { wide } = state;
  const pane = chosen && <CoverPane person={chosen} view={view} act={act} />;
  return (
    <>
      <div class="toolbar">
        {view.people.length >= many && <Field name="find-person" label="Find a person" value={text} onInput={find} />}
        <Filters view={view} wanted={wanted} want={want} />
      </div>
      <div class={wide ? 'beside-pane' : ''}>
        <CoverGrid
          {...{ view, people, wanted, open, pane: wide ? undefined : pane }}
          onOpen={choose}
          onGo={(key) => void act.goToRow({ key })}
        />
        {wide && (
          <aside class="pane" aria-label="The chosen person">
            {pane ?? <p class="sub">Choose a person to see what is missing, and what to do about it.</p>}
          </aside>
        )}
      </div>
      <TwoStepLine view={view} act={act} resting={state.busy !== ''} />
    </>
  );
}

function titleOf(view: CoverageView | null): string {
  if (!view) return 'Team coverage';
  const people = count(view.people.length, 'person', 'people');
  return 'Team coverage: ' + people + ', ' + count(view.domains.length, 'domain');
}

/** People by domains: who of the support team can work where, whose turn it is, and what to do. */
export function Coverage({ state, act }: PageProps) {
  const { coverage: view, busy, wide } = state;
  const resting = busy !== '';
  const due = view ? toCheck(view) : [];
  const aside = !wide && (
    <Link class="beside" onClick={() => void act.widenCoverage()} disabled={resting}>
      Wider
    </Link>
  );
  const footer = (
    <>
      <Button onClick={() => void act.showCoverage()} disabled={resting}>
        Look again
      </Button>
      {due.length > 0 && (
        <Button kind="primary" onClick={() => void act.checkRows(due)} disabled={resting}>
          {'Check ' + count(due.length, 'person', 'people')}
        </Button>
      )}
    </>
  );
  return (
    <Frame state={state} act={act} title={titleOf(view)} aside={aside} footer={footer}>
      {view && <Picture view={view} state={state} act={act} />}
      {view && (
        <Note tone="info">
          Kept on the tab Coverage, so that the administrators of the other accounts see it too. A domain that is not
          ticked is not wished, and nothing is taken away for it.
        </Note>
      )}
    </Frame>
  );
}
