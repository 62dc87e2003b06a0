import { useEffect, useRef } from 'preact/hooks';
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

/** Asks before something is lost. The keyboard stands on the harmless answer. */
export function Confirm({ question, says, yes, no = 'Keep', onYes, onNo }: ConfirmProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
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
