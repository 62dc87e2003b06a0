import { useState } from 'preact/hooks';
import type { InstructionsLine, InstructionsView, Letter } from '../../job/instructions/wire';
import type { Act } from '../act';
import { Button } from '../parts/button';
import { ChangedBy } from '../parts/changed-by';
import { Chosen } from '../parts/chosen';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { count, figure } from '../words';

function toldWords({ told, due }: InstructionsLine): string {
  if (!told) return '';
  const how = told.doubtful ? 'perhaps sent' : told.to ? 'sent' : 'page handed on';
  return how + ' on ' + told.at.slice(0, 10) + ' by ' + told.by + (due ? ', more accounts since' : '');
}

function subOf(line: InstructionsLine): string {
  const { accounts, ready, missing, to } = line;
  const far = ready < accounts ? figure(ready) + ' of ' + count(accounts, 'account') : count(accounts, 'account');
  return [far + ' ready', ...missing, toldWords(line), to || 'no work address'].filter(Boolean).join(' · ');
}

function titleOf(lines: readonly InstructionsLine[] | undefined): string {
  if (!lines) return 'Instructions';
  const due = lines.filter((line) => line.due).length;
  return due ? count(due, 'person has', 'people have') + ' all accounts' : 'Nobody waits for instructions';
}

function LetterShown({ letter, act }: { letter: Letter; act: Act }) {
  return (
    <>
      <h2>{letter.subject}</h2>
      <div class="sub">To {letter.to || 'nobody: there is no work address'}</div>
      <div class="letter">{letter.text}</div>
      <div class="links">
        <Link onClick={act.closeLetter}>Close</Link>
      </div>
    </>
  );
}

function Group({ view, act }: { view: InstructionsView; act: Act }) {
  const { group: known } = view;
  const [group, write] = useState(known);
  return (
    <>
      <Field name="group" label="Google’s security group for reseller administrators" value={group} onInput={write} />
      <div class="sub">
        Google requires 2-step of its members. Whoever is appointed newly has to be added to it by hand: instructions
        name it.
      </div>
      <div class="links">
        <Link onClick={() => void act.setSecurityGroup(group)} disabled={group.trim() === known}>
          Keep the address
        </Link>
      </div>
      <ChangedBy {...view} />
    </>
  );
}

interface WaysProps {
  readonly lines: readonly InstructionsLine[];
  readonly left: number;
  readonly act: Act;
}

function Ways({ lines, left, act }: WaysProps) {
  const [only, ...others] = lines;
  const repeats = lines.filter(({ told, due }) => told && !due);
  return (
    <>
      {repeats.length > 0 && (
        <Note tone="wait">
          {count(repeats.length, 'person was', 'people were')} told already. Mail sends it to them once more.
        </Note>
      )}
      <div class="links">
        {only && !others.length && <Link onClick={() => void act.readInstructions(only.person)}>Read the mail</Link>}
        {lines.length > 0 && <Link onClick={() => void act.printInstructions(lines)}>Print pages</Link>}
        {lines.length > 0 && <Link onClick={() => void act.noteInstructions(lines)}>Pages are handed on</Link>}
        <Link onClick={() => void act.showPaste()}>Mail redirect, customers’ permission…</Link>
        <Link onClick={() => void act.showLetterhead()}>Name, signature, note…</Link>
      </div>
      <div class="sub">
        Mails go out from your own address. {count(left, 'mail')} left today. No passwords stand in them.
      </div>
    </>
  );
}

/** Who of the team is told about which accounts: everybody who has all of them is ticked at first. */
export function Instructions({ state, act }: PageProps) {
  const { instructions, letter, busy } = state;
  const [ticks, tick] = useState<ReadonlySet<string> | null>(null);
  const all = instructions?.lines ?? [];
  const chosen = ticks ?? new Set(all.filter(({ due }) => due).map(({ person }) => person));
  const lines = all.filter(({ person }) => chosen.has(person));
  const again = lines.some(({ told, due }) => told && !due);
  const mail = async () => {
    await act.mailInstructions(lines, again);
    tick(null);
  };
  const footer = lines.length > 0 && (
    <Button kind="primary" onClick={() => void mail()} disabled={busy !== ''}>
      Mail {count(lines.length, 'person', 'people')}
    </Button>
  );
  return (
    <Frame state={state} act={act} title={titleOf(instructions?.lines)} footer={footer}>
      {letter && <LetterShown letter={letter} act={act} />}
      {instructions && (
        <>
          <Ways lines={lines} left={instructions.left} act={act} />
          <Chosen
            items={all.map((line) => ({ id: line.person, title: line.name, sub: subOf(line) }))}
            chosen={chosen}
            onChoose={tick}
          />
          <Group key={instructions.group} view={instructions} act={act} />
        </>
      )}
    </Frame>
  );
}
