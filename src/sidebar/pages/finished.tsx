import type { Progress, RowNote as Row } from '../../job/wire';
import type { Act } from '../act';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { Others } from '../parts/others';
import { RowNote } from '../parts/row-note';
import { Tiles } from '../parts/tiles';
import { count, figure, inWords, sum, tallies, timeOf } from '../words';

const shownAtMost = 5;

function titleOf({ phase, job, adrift, rows, done, due, counts }: Progress): string {
  if (adrift) return 'The rows do not add up';
  if (job === 'check') return 'Check stopped: ' + figure(done) + ' of ' + count(due, 'row') + ' checked';
  if (phase === 'stopped') return 'Stopped: ' + inWords(counts);
  return 'Finished: ' + count(rows, 'row') + ' accounted for';
}

function timesOf({ job, since, endedAt }: Progress): string {
  const what = job === 'check' ? 'Check from ' : 'Run from ';
  return since && endedAt ? what + timeOf(since) + ' to ' + timeOf(endedAt) : '';
}

interface GroupProps {
  readonly title: string;
  /** Those that came with the progress: the latest ones only. */
  readonly rows: readonly Row[];
  /** How many there are in all, where that is counted. */
  readonly total?: number;
  readonly act: Act;
}

function Group({ title, rows, total = 0, act }: GroupProps) {
  const all = Math.max(rows.length, total);
  const more = all - Math.min(rows.length, shownAtMost);
  if (!all) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {rows.slice(0, shownAtMost).map((row) => (
          <li key={row.key}>
            <RowNote row={row} act={act} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <div class="what">{more === all ? count(more, 'row') : figure(more) + ' more'}</div>
            <Link onClick={() => void act.showNeeds()}>Show</Link>
          </li>
        )}
      </ul>
    </>
  );
}

function Passwords({ waiting }: { waiting: number }) {
  if (!waiting) return null;
  return (
    <Note tone="info">
      {count(waiting, 'first password is', 'first passwords are')} ready. They are not in the sheet.
    </Note>
  );
}

/** People of the team who can be told now about all their accounts. */
function Team({ ready, act }: { ready: number; act: Act }) {
  if (!ready) return null;
  return (
    <Note tone="info">
      {count(ready, 'person has all accounts', 'people have all their accounts')}.{' '}
      <Link onClick={() => void act.showInstructionsPage()}>Send instructions</Link>
    </Note>
  );
}

/** The next thing to do: hand off, answer, go on, or nothing any more. */
function Buttons({ state, act, progress }: PageProps & { progress: Progress }) {
  const waiting = state.desk?.handOff ?? 0;
  if (waiting) {
    return (
      <Button kind="primary" onClick={() => void act.showHandOff()}>
        Hand off {figure(waiting)}
      </Button>
    );
  }
  const { label, go } = nextOf(state, act, progress);
  return (
    <Button kind="primary" onClick={go}>
      {label}
    </Button>
  );
}

function nextOf({ answered }: PageProps['state'], act: Act, { phase, adrift, counts }: Progress) {
  const needing = sum(counts, 'blocked');
  if (answered.length)
    return { label: 'Check ' + count(answered.length, 'answered row'), go: () => void act.checkRows(answered) };
  if (phase === 'stopped' || adrift) return { label: 'Check again', go: act.checkAgain };
  if (needing)
    return {
      label: 'Show ' + count(needing, 'row that needs', 'rows that need') + ' you',
      go: () => void act.showNeeds(),
    };
  return { label: 'Done', go: () => act.go('start') };
}

/** How a run ended: every row accounted for, or said in red that it is not. */
export function Finished({ state, act }: PageProps) {
  const { progress, answered, desk } = state;
  if (!progress) return <Frame state={state} act={act} title="No run yet" />;
  const { counts, needs } = progress;
  const open = needs.filter(({ key }) => !answered.includes(key));
  const answeredHere = needs.length - open.length;
  return (
    <Frame
      state={state}
      act={act}
      title={titleOf(progress)}
      footer={<Buttons state={state} act={act} progress={progress} />}
    >
      {progress.adrift && <Note tone="stop">{progress.adrift}</Note>}
      {progress.stopped && <Note tone="stop">{progress.stopped}</Note>}
      <div class="sub">{timesOf(progress)}</div>
      <Tiles tallies={tallies(counts)} />
      <Others rows={progress.others} act={act} />
      <Group
        title="Needs you"
        rows={open.filter(({ outcome, drift }) => outcome !== 'waiting' && !drift)}
        total={sum(counts, 'blocked', 'failed') - answeredHere}
        act={act}
      />
      <Group title="Changed at Google since" rows={open.filter(({ drift }) => drift)} act={act} />
      <Group
        title="Waiting"
        rows={open.filter(({ outcome, drift }) => outcome === 'waiting' && !drift)}
        total={sum(counts, 'waiting')}
        act={act}
      />
      <Passwords waiting={desk?.handOff ?? 0} />
      <Team ready={desk?.instructions ?? 0} act={act} />
    </Frame>
  );
}
