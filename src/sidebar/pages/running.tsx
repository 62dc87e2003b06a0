import type { Progress, RowNote as Row, Who } from '../../job/wire';
import type { Act } from '../act';
import { Bar } from '../parts/bar';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { List } from '../parts/list';
import { Note } from '../parts/note';
import { RowNote } from '../parts/row-note';
import { isOthers } from '../state';
import { count, duration, figure, sum, tallies, timeOf } from '../words';

function titleOf({ job, done, due }: Progress): string {
  return figure(done) + ' of ' + count(due, 'row') + (job === 'check' ? ' checked' : ' done');
}

/** What beside the rows that are done makes up all of them. */
function beside({ job, own, left }: Progress): string {
  const ended = job === 'check' ? [] : tallies(own).filter(({ word }) => !['done', 'up to date'].includes(word));
  const still = ended.filter(({ word }) => !['ready', 'running'].includes(word));
  return [...still.map((tally) => figure(tally.count) + ' ' + tally.word), figure(left) + ' left'].join(' · ');
}

/** Pace and time left. */
function pace({ perMinute, secondsLeft }: Progress): string {
  const parts = [
    perMinute > 0 && figure(Math.round(perMinute)) + ' a minute',
    secondsLeft > 0 && duration(secondsLeft) + ' left',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What happens when the sidebar is closed. A check has no trigger that would go on with it. */
const closing: Readonly<Record<NonNullable<Progress['background']>, string>> = {
  'every 5 minutes': 'You can close this: it goes on every 5 minutes.',
  unseen: 'You can close this: it goes on every 5 minutes, or once an hour where Google takes it for an add-on.',
  hourly: 'You can close this, but then it goes on once an hour only: an add-on may not do so more often.',
  none: 'Keep this open: the run stops when it is closed, and goes on when it is opened again.',
};

function closingSays({ phase, background }: Progress): string {
  if (phase === 'checking') return 'Keep this open while it checks.';
  return background ? closing[background] : '';
}

function startedSays(progress: Progress, who: Who | null): string {
  const { job, startedBy, since } = progress;
  const what = job === 'check' ? 'Check' : 'Run';
  const by = isOthers(progress, who) ? ' by ' + startedBy : '';
  return what + ' started' + by + (since ? ' at ' + timeOf(since) : '');
}

/** How far each kind of change is; where that is not known, what waits to be sent. */
function Stages({ progress: { stages, now } }: { progress: Progress }) {
  const lines = stages.length
    ? stages.map(({ says, done, of }) => ({ says, figure: figure(done) + ' of ' + figure(of) }))
    : now;
  if (!lines.length) return null;
  return (
    <>
      <h2>{stages.length ? 'Stages' : 'Now'}</h2>
      <ul>
        {lines.map(({ says, figure: value }) => (
          <li key={says} class="lane">
            <span class="what">{says}</span>
            <b>{value}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The latest rows that need a person, and how many more there are. */
function NeedYou({ rows, total, act }: { rows: readonly Row[]; total: number; act: Act }) {
  const more = total - rows.length;
  if (!rows.length && more <= 0) return null;
  return (
    <>
      <h2>Needs you</h2>
      <List items={rows} keyOf={(row) => row.key}>
        {(row) => <RowNote row={row} act={act} answers={false} />}
      </List>
      {more > 0 && (
        <Link onClick={() => void act.showNeeds()}>
          {rows.length ? 'Show ' + figure(more) + ' more' : 'Show ' + count(more, 'row')}
        </Link>
      )}
    </>
  );
}

const goesOn: Readonly<Record<NonNullable<Progress['background']>, string>> = {
  'every 5 minutes': 'It may go on by itself within five minutes. ',
  unseen: 'It may go on by itself within the hour. ',
  hourly: 'It may go on by itself within the hour. ',
  none: '',
};

/** Somebody else's work that has been silent for so long that it may be taken over. */
function Silent({ startedBy, phase, background = 'none' }: Progress) {
  return (
    <Note tone="wait" title={'No sign of life from ' + startedBy}>
      <p>
        {phase === 'running' && goesOn[background]}You can take over: what was done stays done, and you see what is left
        before you run it. First passwords stay with whoever made them.
      </p>
    </Note>
  );
}

function Going({ state, act, progress }: PageProps & { progress: Progress }) {
  const who = state.desk?.who ?? null;
  const others = isOthers(progress, who);
  const open = progress.needs.filter(({ outcome, drift }) => outcome !== 'waiting' && !drift);
  return (
    <>
      <Bar progress={progress} />
      <div>{beside(progress)}</div>
      <div class="sub">{pace(progress)}</div>
      <div class="sub">{startedSays(progress, who)}</div>
      {!others && state.working && <div class="sub">{closingSays(progress)}</div>}
      {others && progress.silent && <Silent {...progress} />}
      {progress.waitsFor && <Note tone="wait">{progress.waitsFor}</Note>}
      {state.noNews && (
        <Note tone="wait">
          No news from the script at the moment. The work goes on; this page catches up by itself.
        </Note>
      )}
      <Stages progress={progress} />
      <NeedYou rows={open} total={sum(progress.own, 'blocked', 'failed')} act={act} />
    </>
  );
}

/** Stop; or to go on, where this sidebar gave up; or to take over what somebody else left. */
function Buttons({ state, act, progress }: PageProps & { progress: Progress }) {
  const { stopping, working, desk } = state;
  if (progress.silent && isOthers(progress, desk?.who ?? null)) {
    return (
      <Button kind="primary" onClick={() => void act.takeOver()}>
        Check again as yourself
      </Button>
    );
  }
  if (!working) {
    return (
      <Button kind="primary" onClick={() => void act.resume()}>
        Go on
      </Button>
    );
  }
  const label = progress.phase === 'running' ? 'Stop after this step' : 'Stop checking';
  return (
    <Button kind="danger" wide onClick={() => void act.stop()} disabled={stopping}>
      {stopping ? 'Stopping: what was sent is awaited…' : label}
    </Button>
  );
}

/** What a check or a run is doing; the only thing to do here is to stop it. */
export function Running({ state, act }: PageProps) {
  const { progress } = state;
  const footer = progress && <Buttons state={state} act={act} progress={progress} />;
  return (
    <Frame state={state} act={act} title={progress ? titleOf(progress) : 'Starting…'} footer={footer}>
      {progress ? (
        <Going state={state} act={act} progress={progress} />
      ) : (
        <p class="sub">The first answer takes a few seconds.</p>
      )}
    </Frame>
  );
}
