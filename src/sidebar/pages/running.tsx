import type { Progress, Who } from '../../apps-script/wire';
import { Bar } from '../parts/bar';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
import { List } from '../parts/list';
import { Note } from '../parts/note';
import { RowNote } from '../parts/row-note';
import { count, duration, figure, timeOf } from '../words';

function titleOf({ phase, done, rows }: Progress): string {
  return figure(done) + ' of ' + count(rows, 'row') + (phase === 'checking' ? ' checked' : ' done');
}

/** Pace, time left and whether the sidebar may be closed. */
function pace({ phase, perMinute, secondsLeft }: Progress): string {
  const parts = [
    perMinute > 0 && figure(Math.round(perMinute)) + ' a minute',
    secondsLeft > 0 && duration(secondsLeft) + ' left',
    phase === 'running' && 'you can close this',
  ];
  return parts.filter(Boolean).join(' · ');
}

function startedSays({ phase, startedBy, startedAt }: Progress, who: Who | null): string {
  const what = phase === 'checking' ? 'Check' : 'Run';
  const by = startedBy && startedBy !== who?.email ? ' by ' + startedBy : '';
  return what + ' started' + by + (startedAt ? ' at ' + timeOf(startedAt) : '');
}

/** Read out by a screen reader: tenths, not every row. */
function spoken({ rows, done, waitsFor }: Progress): string {
  const tenths = rows ? Math.floor((10 * done) / rows) * 10 : 0;
  return [tenths + ' percent done', waitsFor].filter(Boolean).join('. ');
}

function Now({ progress }: { progress: Progress }) {
  if (!progress.now.length) return null;
  return (
    <>
      <h2>Now</h2>
      <ul>
        {progress.now.map(({ says, figure: value }) => (
          <li key={says} class="lane">
            <span class="what">{says}</span>
            <b>{value}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

function Going({ state, act, progress }: PageProps & { progress: Progress }) {
  const open = progress.needs.filter(({ outcome, drift }) => outcome !== 'waiting' && !drift);
  return (
    <>
      <Bar progress={progress} />
      <div class="sub">{pace(progress)}</div>
      <div class="sub">{startedSays(progress, state.desk?.who ?? null)}</div>
      {progress.waitsFor && <Note tone="wait">{progress.waitsFor}</Note>}
      {state.noNews && <Note tone="wait">No news from the script at the moment. The work goes on; this page catches up by itself.</Note>}
      <Now progress={progress} />
      {open.length > 0 && <h2>Needs you</h2>}
      <List items={open} keyOf={(row) => row.key}>
        {(row) => <RowNote row={row} act={act} answers={false} />}
      </List>
      <div class="unseen" aria-live="polite">
        {spoken(progress)}
      </div>
    </>
  );
}

/** Stop; or to go on, where this sidebar gave up. */
function Buttons({ state, act, progress }: PageProps & { progress: Progress }) {
  const { stopping, working } = state;
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
      {progress ? <Going state={state} act={act} progress={progress} /> : <p class="sub">The first answer takes a few seconds.</p>}
    </Frame>
  );
}
