import { useState } from 'preact/hooks';
import type { GuideLine, GuidesOfAccount, GuideState, GuidesView } from '../../job/guides/wire';
import type { Act } from '../act';
import { copyText } from '../browser';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { Tick } from '../parts/tick';
import { count, dayOf } from '../words';

const states: Readonly<Record<GuideState, { readonly word: string; readonly tone: string }>> = {
  open: { word: 'to do', tone: 'stop' },
  done: { word: 'ticked', tone: 'ok' },
  seen: { word: 'seen', tone: 'ok' },
  against: { word: 'not so', tone: 'stop' },
};
const isOpen = ({ state }: GuideLine) => state === 'open' || state === 'against';

async function copy(act: Act, text: string): Promise<void> {
  const copied = await copyText(text);
  act.notice(copied ? 'Copied.' : 'The browser does not let the sidebar copy: ' + text);
}

interface LineProps {
  readonly line: GuideLine;
  readonly of: GuidesOfAccount;
  readonly act: Act;
}

function Ticks({ line, of, act }: LineProps) {
  const { id, title, unit, ticked } = line;
  const [wish, show] = useState<{ readonly on: boolean; readonly below: boolean } | null>(null);
  const { on, below } = wish ?? { on: ticked !== undefined, below: ticked?.below === true };
  const name = of.account + '-' + id;
  // The box stays as it was clicked until the answer is in.
  const set = async (how: { on: boolean; below: boolean }) => {
    show(how);
    await act.tickGuide(of.account, id, how);
    show(null);
  };
  return (
    <>
      <Tick
        name={name}
        on={on}
        onChange={(now) => void set({ on: now, below: false })}
        label="Done"
        of={title}
        hint={ticked && 'Ticked by ' + ticked.by + ', ' + dayOf(ticked.at)}
      />
      {unit && ticked && (
        <Tick
          name={name + '-below'}
          on={below}
          onChange={(now) => void set({ on: true, below: now })}
          label={'And of the units below ' + line.paste}
        />
      )}
    </>
  );
}

function Line({ line, of, act }: LineProps) {
  const { title, why, page, todo, paste, lists, state, seen } = line;
  const { word, tone } = states[state];
  return (
    <li>
      <span class={'pill ' + tone}>{word}</span>
      <div class="what">
        {title}
        {seen && <div class="sub">{seen}</div>}
        <div class="sub">{why}</div>
        <a href={page.url} target="_blank" rel="noopener noreferrer">
          {page.path}
        </a>
        <div class="sub">{todo}</div>
        <div class="links">
          {paste && (
            <Link onClick={() => void copy(act, paste)} label={'Copy what is pasted there, for ' + title}>
              Copy what is pasted there
            </Link>
          )}
          {lists && (
            <Link onClick={() => void act.showPaste()} label={'Lists to paste, for ' + title}>
              Lists to paste
            </Link>
          )}
        </div>
        <Ticks {...{ line, of, act }} />
      </div>
    </li>
  );
}

function titleOf(view: GuidesView | null): string {
  if (!view) return 'Set up by hand';
  const open = view.accounts.flatMap(({ lines }) => lines).filter(isOpen).length;
  return 'Set up by hand: ' + (open ? count(open, 'thing') + ' to do' : 'nothing to do');
}

/** What no API does or shows, each with its page, its clicks, and who said that it is done. */
export function Guides({ state, act }: PageProps) {
  const { guides } = state;
  return (
    <Frame state={state} act={act} title={titleOf(guides)}>
      {guides?.accounts.map((of) => (
        <section key={of.account}>
          <h2>{of.name}</h2>
          <ul>
            {of.lines.map((line) => (
              <Line key={line.id} {...{ line, of, act }} />
            ))}
          </ul>
        </section>
      ))}
      {guides && (
        <Note tone="info">
          A tick is a note for everybody at this spreadsheet. It proves nothing: of each org unit one person still comes
          first, and is looked at.
          {guides.elsewhere.length > 0 && ' The administrators of ' + guides.elsewhere.join(', ') + ' see theirs.'}
        </Note>
      )}
    </Frame>
  );
}
