import type { HandedBy } from '../../job/wire';
import type { Act } from '../act';
import { count, figure } from '../words';
import { Confirm } from './confirm';

/** Asks before passwords are erased. */
export function EraseQuestion({ emails, act, onEnd }: { emails: readonly string[]; act: Act; onEnd: () => void }) {
  const [first] = emails;
  const one = emails.length === 1 && first;
  return (
    <Confirm
      question={one ? 'Erase the password of ' + one + '?' : 'Erase ' + count(emails.length, 'first password') + '?'}
      says="The account keeps its password, but nobody can look it up here any more. A lost one is answered by a new one."
      yes={one ? 'Erase' : 'Erase all ' + figure(emails.length)}
      onYes={() => {
        onEnd();
        void act.erase(emails);
      }}
      onNo={onEnd}
    />
  );
}

const handed: Readonly<Record<HandedBy, string>> = { slips: 'Printed', csv: 'Handed on' };

/** Asks whether slips or a file were handed on: only then the passwords go. */
export function HandedQuestion({ by, emails, act }: { by: HandedBy; emails: readonly string[]; act: Act }) {
  return (
    <Confirm
      question={by === 'slips' ? 'Are the slips printed?' : 'Is the file handed on?'}
      says="Then erase the passwords here: the rows say when they were handed off. Until then they can be had again."
      yes={handed[by] + ': erase ' + figure(emails.length)}
      no="Not yet"
      onYes={() => void act.erase(emails, by)}
      onNo={() => act.notHanded()}
    />
  );
}
