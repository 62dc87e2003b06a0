import { useEffect, useState } from 'preact/hooks';
import type { Head } from '../wire';
import { openExample, setSpeed, signIn } from './server';

/** The views that the main area can show. */
export type ViewName = 'sheet' | 'google' | 'mail' | 'card';

interface BarProps {
  readonly head: Head;
  readonly view: ViewName;
  readonly onView: (view: ViewName) => void;
  readonly report: (trouble: string) => void;
}

/** The top line: example, views, clock, who is signed in. */
export function Bar({ head, view, onView, report }: BarProps) {
  const say = (error: unknown) => report(error instanceof Error ? error.message : String(error));
  const tell = (work: Promise<unknown>) => void work.catch(say);
  return (
    <header class="bar">
      <span class="mark" aria-hidden="true" />
      <div class="title">
        <label>
          <span class="unseen">Example</span>
          <select value={head.example} onChange={(event) => tell(openExample(event.currentTarget.value))}>
            {head.examples.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="link"
          title="Opens the example afresh"
          onClick={() => tell(openExample(head.example))}
        >
          Reset
        </button>
      </div>
      <Views mails={head.mails} view={view} onView={onView} />
      <div class="right">
        <label class="clock">
          <span class="unseen">Speed of time</span>
          <Clock {...head.clock} />
          <select value={head.clock.speed} onChange={(event) => tell(setSpeed(Number(event.currentTarget.value)))}>
            {[1, 10, 20, 60].map((speed) => (
              <option key={speed} value={speed}>
                ×{speed}
              </option>
            ))}
          </select>
        </label>
        <label class="person">
          <span class="unseen">Signed in as</span>
          <select value={head.person} onChange={(event) => tell(signIn(event.currentTarget.value))}>
            {head.people.map(({ email, says }) => (
              <option key={email} value={email}>
                {email}
                {says && ` (${says})`}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}

/** Sheet, Google, mails, card: which one the main area shows. */
function Views({ mails, view, onView }: Pick<BarProps, 'view' | 'onView'> & { readonly mails: number }) {
  const views: readonly (readonly [ViewName, string])[] = [
    ['sheet', 'Spreadsheet'],
    ['google', 'Inside Google'],
    ['mail', mails ? `Outbox (${mails})` : 'Outbox'],
    ['card', 'Card'],
  ];
  return (
    <nav class="views" aria-label="Views">
      {views.map(([name, label]) => (
        <button key={name} type="button" aria-current={view === name ? 'page' : undefined} onClick={() => onView(name)}>
          {label}
        </button>
      ))}
    </nav>
  );
}

const tickEvery = 250;

/** The sandbox's time: the server's word, and what has passed since at this speed. */
function Clock({ now, speed }: Head['clock']) {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const since = Date.now();
    setPassed(0);
    const timer = setInterval(() => setPassed((Date.now() - since) * speed), tickEvery);
    return () => clearInterval(timer);
  }, [now, speed]);
  return <time>{new Date(now + passed).toISOString().replace('T', ' ').slice(0, 19)}</time>;
}
