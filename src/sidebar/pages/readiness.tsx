import type { ReadinessLine } from '../../job/wire';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
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

function Line({ line }: { line: ReadinessLine }) {
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
          <Line key={line.title} line={line} />
        ))}
      </ul>
    </Frame>
  );
}
