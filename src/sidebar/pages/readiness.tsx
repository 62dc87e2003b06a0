import { useState } from 'preact/hooks';
import type { ReadinessLine, SaidOfSeats } from '../../job/wire';
import { copyText } from '../browser';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Tick } from '../parts/tick';
import { count } from '../words';

const states = {
  ok: { word: 'ok', tone: 'ok' },
  todo: { word: 'to do', tone: 'stop' },
  note: { word: 'note', tone: 'wait' },
} as const;

function titleOf(lines: readonly ReadinessLine[] | null): string {
  if (!lines) return 'Readiness';
  const open = lines.filter(({ state }) => state === 'todo').length;
  if (!open) return 'Everything is ready';
  return open === 1 ? 'One thing to do' : count(open, 'thing') + ' to do';
}

/** What a person says of Cloud Identity Free, where no program can look. */
function SeatsForm({ said, state, act }: PageProps & { said: SaidOfSeats }) {
  const [typed, type] = useState(said);
  return (
    <>
      <Tick
        name={'ordered-' + said.domain}
        label={said.domain + ' has it'}
        on={typed.ordered}
        onChange={(ordered) => type({ ...typed, ordered })}
      />
      <Field
        name={'seats-' + said.domain}
        label={'Seats of ' + said.domain}
        value={typed.seats}
        onInput={(seats) => type({ ...typed, seats })}
      />
      <Button onClick={() => void act.sayCloudIdentity(typed)} disabled={state.busy !== ''}>
        Save
      </Button>
    </>
  );
}

/** What was measured, to read and to copy into a report of a fault. */
function Environment({ measured, state, act }: PageProps & { measured: readonly string[] }) {
  const text = measured.join('\n');
  const copy = async () =>
    act.notice((await copyText(text)) ? 'Copied.' : 'The browser does not let the sidebar copy: ' + text);
  return (
    <>
      {measured.map((one) => (
        <div key={one} class="sub">
          {one}
        </div>
      ))}
      <Button onClick={() => void act.checkEnvironment()} disabled={state.busy !== ''}>
        Check this environment
      </Button>
      {text && <Button onClick={() => void copy()}>Copy for a bug report</Button>}
    </>
  );
}

function Line({ line, ...page }: PageProps & { line: ReadinessLine }) {
  const { word, tone } = states[line.state];
  return (
    <li>
      <span class={'pill ' + tone}>{word}</span>
      <div class="what">
        {line.title}
        {line.says && <div class="sub">{line.says}</div>}
        {line.link?.url.startsWith('https://') && (
          <a href={line.link.url} target="_blank" rel="noopener noreferrer">
            {line.link.text}
          </a>
        )}
        {line.measured && <Environment measured={line.measured} {...page} />}
        {line.seats && <SeatsForm key={JSON.stringify(line.seats)} said={line.seats} {...page} />}
      </div>
    </li>
  );
}

/** Whether everything at Google is as it should be, and what to do where it is not. */
export function Readiness({ state, act }: PageProps) {
  const lines = state.readiness;
  const footer = (
    <Button kind="primary" onClick={() => void act.showReadiness()} disabled={state.busy !== ''}>
      Look again
    </Button>
  );
  return (
    <Frame state={state} act={act} title={titleOf(lines)} footer={footer}>
      <ul>
        {lines?.map((line) => (
          <Line key={line.title} line={line} state={state} act={act} />
        ))}
      </ul>
    </Frame>
  );
}
