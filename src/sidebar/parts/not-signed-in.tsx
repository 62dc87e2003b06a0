import type { NotSignedIn as Line } from '../../job/wire';
import { count, dayOf, figure } from '../words';
import type { PageProps } from './frame';
import { Link } from './link';
import { List } from './list';

function Person({ line, act }: { line: Line; act: PageProps['act'] }) {
  const { key, email, name, customer, at, how, action } = line;
  return (
    <div class="what">
      {name || email}
      <div class="sub">{[name && email, customer].filter(Boolean).join(' · ')}</div>
      <div class="sub">
        Handed off {how}, {dayOf(at)}
      </div>
      <div class="links">
        <Link onClick={() => void act.newPasswords([key], action)} label={'New password for ' + email}>
          New password
        </Link>
      </div>
    </div>
  );
}

/** Who was handed off and has not signed in since: Google is asked on a click only. */
export function NotSignedIn({ state, act }: PageProps) {
  const { notSignedIn: lines, busy } = state;
  const never = (lines ?? []).filter(({ action }) => action === 're-issue').map(({ key }) => key);
  return (
    <>
      <h2>Handed off before</h2>
      {!lines && (
        <Link onClick={() => void act.lookWhoSignedIn()} disabled={busy !== ''}>
          Who has not signed in yet?
        </Link>
      )}
      {lines && (
        <p class="sub">
          {lines.length
            ? count(lines.length, 'person has', 'people have') + ' not signed in with the last password.'
            : 'Everybody who was handed off has signed in.'}
        </p>
      )}
      {never.length > 1 && (
        <Link onClick={() => void act.newPasswords(never, 're-issue')}>
          New passwords for {figure(never.length)} who never signed in
        </Link>
      )}
      {lines && (
        <List items={lines} keyOf={({ key }) => key}>
          {(line) => <Person line={line} act={act} />}
        </List>
      )}
    </>
  );
}
