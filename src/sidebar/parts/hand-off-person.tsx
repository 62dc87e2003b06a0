import type { HandOffLine } from '../../job/wire';
import type { Handed } from '../file/hand-off';
import { dayOf } from '../words';
import { Link } from './link';

interface PersonProps {
  readonly person: HandOffLine;
  readonly shown: Handed | null;
  readonly ticked: boolean;
  readonly onTick: () => void;
  readonly onShow: () => void;
  readonly onCopy: () => void;
  readonly onErase: () => void;
}

/** Somebody whose password waits: ticked, shown, copied, erased. */
export function HandOffPerson({ person, shown, ticked, onTick, onShow, onCopy, onErase }: PersonProps) {
  const { email, name, since, doubtful } = person;
  return (
    <div class="what">
      <label class="choice">
        <input type="checkbox" checked={ticked} onChange={onTick} aria-label={'Choose ' + email} />
        {name || email}
      </label>
      <div class="sub">{[name && email, since && 'since ' + dayOf(since)].filter(Boolean).join(' · ')}</div>
      {doubtful && (
        <div class="sub">
          A run ended early, and nothing tells whether this account has the password: look whether it is there.
        </div>
      )}
      {/* Passwords are kept out of the state, so the page's live region cannot say them: this one is there before. */}
      <div role="status">
        {shown && (
          <>
            <code class="secret">{shown.password}</code>
            <span class="sub">Hidden again after a minute.</span>
          </>
        )}
      </div>
      <div class="links">
        <Link onClick={onShow} label={(shown ? 'Hide' : 'Show') + ' the password of ' + email}>
          {shown ? 'Hide' : 'Show'}
        </Link>
        <Link onClick={onCopy} label={'Copy the password of ' + email}>
          Copy
        </Link>
        <Link onClick={onErase} label={'Erase the password of ' + email}>
          Erase
        </Link>
      </div>
    </div>
  );
}
