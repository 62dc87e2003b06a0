import { useEffect, useState } from 'preact/hooks';
import type { HandOffLine } from '../../job/wire';
import { handOffWays } from '../act/hand-off-ways';
import type { Handed } from '../file/hand-off';
import { Button } from '../parts/button';
import { everybody, HandOffFilter, inView } from '../parts/hand-off-filter';
import { HandOffPerson } from '../parts/hand-off-person';
import { EraseQuestion, HandedQuestion } from '../parts/hand-off-questions';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { List } from '../parts/list';
import { NotSignedIn } from '../parts/not-signed-in';
import { Step } from '../parts/step';
import { count, figure } from '../words';

/** A password stands on the screen for so many milliseconds. */
const shownFor = 60_000;

const emailsOf = (people: readonly HandOffLine[]): readonly string[] => people.map(({ email }) => email);

/** One password on the screen at a time, and none for longer than a minute or another page. */
function useShown() {
  const [shown, show] = useState<Handed | null>(null);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => show(null), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);
  return { shown, show };
}

/** Who is in view, and who of them is meant: the ticked ones, or everybody where nobody is ticked. */
function useChosen(people: readonly HandOffLine[]) {
  const [view, setView] = useState(everybody);
  const [ticks, tick] = useState<ReadonlySet<string>>(new Set());
  const shown = inView(people, view);
  const ticked = shown.filter(({ email }) => ticks.has(email));
  const toggle = (email: string) => {
    const next = new Set(ticks);
    if (!next.delete(email)) next.add(email);
    tick(next);
  };
  return { view, setView, shown, ticks, toggle, chosen: ticked.length ? ticked : shown };
}

interface WaysProps {
  readonly act: PageProps['act'];
  readonly chosen: readonly HandOffLine[];
  readonly onCopy: () => void;
}

/** Mail, paper and file; the passwords go with a mail that went out, else by hand. */
function Ways({ act, chosen, onCopy }: WaysProps) {
  const byMail = emailsOf(chosen.filter(({ mail }) => mail));
  const many = count(chosen.length, 'slip');
  return (
    <>
      <ul>
        {byMail.length > 0 && (
          <Step
            says={figure(byMail.length) + ' by mail, to Send details to'}
            action={'Mail ' + figure(byMail.length)}
            onClick={() => void act.mail(byMail)}
          />
        )}
        <Step
          says="On paper, a sheet for each person"
          action={'Print ' + many}
          onClick={() => void act.printSlips(emailsOf(chosen))}
        />
      </ul>
      {byMail.length > 0 && (
        <div class="sub">A mail that does not arrive comes back to your mailbox: nothing tells this sheet of it.</div>
      )}
      <div class="links">
        <Link onClick={onCopy}>Copy all as CSV</Link>
        <Link onClick={() => void act.showLetterhead()}>Name, signature, note…</Link>
      </div>
    </>
  );
}

function titleOf(people: readonly HandOffLine[] | null): string {
  if (!people) return 'First passwords';
  return people.length ? count(people.length, 'first password') : 'Nobody waits for a first password';
}

interface PeopleProps extends PageProps {
  readonly chosen: ReturnType<typeof useChosen>;
  readonly ways: ReturnType<typeof handOffWays>;
  readonly shown: Handed | null;
  readonly onErase: (emails: readonly string[]) => void;
}

function People({ state, act, chosen, ways, shown, onErase }: PeopleProps) {
  return (
    <>
      <div class="sub">
        Only you can see them. Slips and files are made when you ask and kept nowhere else: when they are handed on,
        erase the passwords here. With the last one the secret behind them goes.
      </div>
      <HandOffFilter people={state.handOff ?? []} view={chosen.view} onView={chosen.setView} />
      <Ways act={act} chosen={chosen.chosen} onCopy={() => void ways.copyAll()} />
      <h2>People</h2>
      <List items={chosen.shown} keyOf={({ email }) => email}>
        {(person) => (
          <HandOffPerson
            person={person}
            shown={shown?.email === person.email ? shown : null}
            ticked={chosen.ticks.has(person.email)}
            onTick={() => chosen.toggle(person.email)}
            onShow={() => void ways.toggle(person.email)}
            onCopy={() => void ways.copyOne(person.email)}
            onErase={() => onErase([person.email])}
          />
        )}
      </List>
    </>
  );
}

/** First passwords on their way to people: mailed, printed, saved, shown, erased. Fetched on a click only. */
export function HandOff({ state, act }: PageProps) {
  const people = state.handOff ?? [];
  const [erasing, erase] = useState<readonly string[]>([]);
  const showing = useShown();
  const chosen = useChosen(people);
  const emails = emailsOf(chosen.chosen);
  const ways = handOffWays(act, emails, showing);
  const { handing, busy } = state;
  const footer = emails.length > 0 && !erasing.length && !handing && (
    <>
      <Button kind="danger" onClick={() => erase(emails)} disabled={busy !== ''}>
        {emails.length === people.length ? 'Erase all' : 'Erase ' + figure(emails.length)}
      </Button>
      <Button kind="primary" onClick={() => void ways.saveAll()} disabled={busy !== ''}>
        Save {figure(emails.length)} as CSV
      </Button>
    </>
  );
  return (
    <Frame state={state} act={act} title={titleOf(state.handOff)} footer={footer}>
      {erasing.length > 0 && <EraseQuestion key={erasing.join()} emails={erasing} act={act} onEnd={() => erase([])} />}
      {handing && <HandedQuestion by={handing.by} emails={handing.emails} act={act} />}
      {people.length > 0 && (
        <People state={state} act={act} chosen={chosen} ways={ways} shown={showing.shown} onErase={erase} />
      )}
      {state.handOff && <NotSignedIn state={state} act={act} />}
    </Frame>
  );
}
