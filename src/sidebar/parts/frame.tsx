import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Who } from '../../job/wire';
import type { Act } from '../act';
import type { State, Trouble } from '../state';
import { Link } from './link';
import { Note } from './note';

/** What every page is handed. */
export interface PageProps {
  readonly state: State;
  readonly act: Act;
}

function WhoLine({ who, brief }: { who: Who | null; brief: boolean }) {
  if (!who) return <div class="who">Seatsheet</div>;
  const at = who.email.lastIndexOf('@');
  return (
    <div class="who">
      {who.email.slice(0, at + 1)}
      <b>{who.email.slice(at + 1)}</b>
      {who.superAdmin ? !brief && ' · super admin' : ' · not a super admin'}
    </div>
  );
}

function TroubleNote({ trouble }: { trouble: Trouble }) {
  return (
    <div role="alert">
      <Note tone="stop" title={trouble.message}>
        <p>{trouble.remedy}</p>
        {trouble.again && (
          <div class="links">
            <Link onClick={trouble.again}>Try again</Link>
          </div>
        )}
      </Note>
    </div>
  );
}

/** The heading takes the keyboard when a page opens, unless the person is busy in the grid. */
function Title({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** So many characters have room on a low window; of more the keyboard has to reach the rest. */
const roomy = 150;

/** What is waited for, or was just done. */
function Latest({ busy, notice }: Pick<State, 'busy' | 'notice'>) {
  const reach =
    notice.length > roomy ? { tabIndex: 0, role: 'group' as const, 'aria-label': 'What was just done' } : {};
  return (
    <div class="latest" {...reach}>
      {busy ? <p class="sub">{busy}</p> : notice && <Note tone="ok">{notice}</Note>}
    </div>
  );
}

interface FrameProps extends PageProps {
  readonly title: string;
  /** A small thing beside the heading. */
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** The buttons; at most one of them is primary. */
  readonly footer?: ComponentChildren;
}

/**
 * The frame of every page: who is signed in, the way back, heading, trouble, buttons. What was just done is said above
 * the buttons, which are always in view, however long the page is.
 */
export function Frame({ state, act, title, aside, children, footer }: FrameProps) {
  const { page, desk, trouble, notice, busy } = state;
  return (
    <>
      <header>
        {page !== 'start' && (
          <Link class="back" onClick={() => act.go('start')}>
            ‹ Start
          </Link>
        )}
        <WhoLine who={desk?.who ?? null} brief={page !== 'start'} />
      </header>
      <main>
        {trouble && <TroubleNote trouble={trouble} />}
        <div class="head">
          <Title key={page}>{title}</Title>
          {aside}
        </div>
        {children}
      </main>
      <div class="foot">
        <Latest busy={busy} notice={notice} />
        {footer && <footer>{footer}</footer>}
      </div>
    </>
  );
}
