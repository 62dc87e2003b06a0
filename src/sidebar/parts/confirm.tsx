import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button';
import { Note } from './note';

interface ConfirmProps {
  readonly question: string;
  readonly says: string;
  readonly yes: string;
  /** The harmless answer; left out: `Keep`. */
  readonly no?: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The keyboard stands on the harmless answer, and afterwards where it was before, if that is still there. */
function useKeyboard() {
  const box = useRef<HTMLDivElement>(null);
  // At once: a frame later the keyboard that is lost with the question has gone to the heading.
  useLayoutEffect(() => {
    const { activeElement: before } = document;
    const { current } = box;
    current?.querySelector('button')?.focus();
    return () => {
      const { activeElement: now, body } = document;
      if (before instanceof HTMLElement && (now === body || current?.contains(now))) before.focus();
    };
  }, []);
  return box;
}

/** Asks before something is lost. */
export function Confirm({ question, says, yes, no = 'Keep', onYes, onNo }: ConfirmProps) {
  const box = useKeyboard();
  return (
    <div role="group" aria-label={question} ref={box}>
      <Note tone="wait" title={question}>
        <p>{says}</p>
        <div class="links">
          <Button onClick={onNo}>{no}</Button>
          <Button kind="danger" onClick={onYes}>
            {yes}
          </Button>
        </div>
      </Note>
    </div>
  );
}
