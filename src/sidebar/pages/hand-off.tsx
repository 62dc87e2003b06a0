import { useEffect, useState } from 'preact/hooks';
import type { HandOffLine } from '../../job/wire';
import { copyText, saveFile } from '../browser';
import { type Handed, handOffCsv, leftOut } from '../csv';
import { Button } from '../parts/button';
import { Confirm } from '../parts/confirm';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { List } from '../parts/list';
import { count, dayOf, figure } from '../words';

/** A password stands on the screen for so many milliseconds. */
const shownFor = 60_000;
/** From so many people on, a search box pays. */
const manyPeople = 8;

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

interface PersonProps {
  readonly person: HandOffLine;
  readonly shown: Handed | null;
  readonly onShow: () => void;
  readonly onCopy: () => void;
  readonly onErase: () => void;
}

function Person({ person, shown, onShow, onCopy, onErase }: PersonProps) {
  const { email, name, since, doubtful } = person;
  return (
    <div class="what">
      {name || email}
      <div class="sub">{[name && email, since && 'since ' + dayOf(since)].filter(Boolean).join(' · ')}</div>
      {doubtful && (
        <div class="sub">
          A run ended early, and nothing tells whether this account has the password: look whether it is there.
        </div>
      )}
      {shown && (
        <div role="status">
          <code class="secret">{shown.password}</code>
          <span class="sub">Hidden again after a minute.</span>
        </div>
      )}
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

const csvNotice = (people: readonly Handed[], done: string): string => {
  const missing = leftOut(people);
  return (
    done +
    (missing
      ? ' ' + count(missing, 'password begins', 'passwords begin') + ' like a formula and can only be shown here.'
      : '')
  );
};

/** Fetches, copies and saves; what is fetched lives as long as the click. */
function useHandOff({ state, act }: PageProps, { shown, show }: ReturnType<typeof useShown>) {
  const all = emailsOf(state.handOff ?? []);
  const toggle = async (email: string) => {
    if (shown?.email === email) return show(null);
    const [handed] = (await act.passwordsOf([email])) ?? [];
    if (handed) show(handed);
  };
  const copyOne = async (email: string) => {
    const [handed] = (await act.passwordsOf([email])) ?? [];
    if (!handed) return;
    if (await copyText(handed.password)) return act.notice('The password of ' + email + ' is on the clipboard.');
    show(handed);
    act.notice('The browser does not let the sidebar copy: select the password and copy it.');
  };
  const copyAll = async () => {
    const people = await act.passwordsOf(all);
    if (!people) return;
    const copied = await copyText(handOffCsv(people));
    act.notice(
      copied
        ? csvNotice(people, count(people.length, 'person', 'people') + ' copied as CSV.')
        : 'The browser does not let the sidebar copy: save the CSV file instead.',
    );
  };
  const saveAll = async () => {
    const people = await act.passwordsOf(all);
    if (!people) return;
    saveFile('first-passwords.csv', handOffCsv(people));
    act.notice(csvNotice(people, 'Saved. Delete the file when the passwords are handed on.'));
  };
  return { toggle, copyOne, copyAll, saveAll };
}

function Find({ value, onFind }: { value: string; onFind: (text: string) => void }) {
  return (
    <div class="fields">
      <label for="find">Find</label>
      <input
        id="find"
        type="search"
        autocomplete="off"
        value={value}
        onInput={(event) => onFind(event.currentTarget.value)}
      />
    </div>
  );
}

function EraseQuestion({
  emails,
  act,
  onEnd,
}: {
  emails: readonly string[];
  act: PageProps['act'];
  onEnd: () => void;
}) {
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

interface PeopleProps {
  readonly people: readonly HandOffLine[];
  readonly shown: Handed | null;
  readonly hand: ReturnType<typeof useHandOff>;
  readonly onErase: (emails: readonly string[]) => void;
}

function People({ people, shown, hand, onErase }: PeopleProps) {
  const [wanted, find] = useState('');
  const found = people.filter(({ email, name }) => (email + ' ' + name).toLowerCase().includes(wanted.toLowerCase()));
  return (
    <>
      <div class="sub">
        The CSV file is made in this browser and kept nowhere else. When all are handed off, erase them: with the last
        one the secret behind them goes.
      </div>
      <div class="links">
        <Link onClick={() => void hand.copyAll()}>Copy all as CSV</Link>
      </div>
      <h2>One person</h2>
      {people.length >= manyPeople && <Find value={wanted} onFind={find} />}
      <List items={found} keyOf={({ email }) => email}>
        {(person) => (
          <Person
            person={person}
            shown={shown?.email === person.email ? shown : null}
            onShow={() => void hand.toggle(person.email)}
            onCopy={() => void hand.copyOne(person.email)}
            onErase={() => onErase([person.email])}
          />
        )}
      </List>
    </>
  );
}

function titleOf(people: readonly HandOffLine[] | null): string {
  if (!people) return 'First passwords';
  return people.length ? count(people.length, 'first password') : 'Nobody waits for a first password';
}

/** First passwords on their way to people: shown, copied, saved, erased. Fetched on a click only. */
export function HandOff({ state, act }: PageProps) {
  const people = state.handOff ?? [];
  const [erasing, erase] = useState<readonly string[]>([]);
  const { shown, show } = useShown();
  const hand = useHandOff({ state, act }, { shown, show });
  const resting = state.busy !== '';
  const footer = people.length > 0 && !erasing.length && (
    <>
      <Button kind="danger" onClick={() => erase(emailsOf(people))} disabled={resting}>
        Erase all
      </Button>
      <Button kind="primary" onClick={() => void hand.saveAll()} disabled={resting}>
        Save {figure(people.length)} as CSV
      </Button>
    </>
  );
  return (
    <Frame state={state} act={act} title={titleOf(state.handOff)} footer={footer}>
      {erasing.length > 0 && <EraseQuestion key={erasing.join()} emails={erasing} act={act} onEnd={() => erase([])} />}
      {people.length > 0 && <People people={people} shown={shown} hand={hand} onErase={erase} />}
    </Frame>
  );
}
