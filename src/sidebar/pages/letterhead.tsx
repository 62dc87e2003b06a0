import { useState } from 'preact/hooks';
import type { Letterhead, LetterheadView } from '../../job/wire';
import { Button } from '../parts/button';
import { ChangedBy } from '../parts/changed-by';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Note } from '../parts/note';

const title = 'Mails and slips';

const notes: readonly { readonly field: keyof Letterhead; readonly label: string }[] = [
  { field: 'en', label: 'Note in English' },
  { field: 'de', label: 'Note in German' },
  { field: 'es', label: 'Note in Spanish' },
  { field: 'fr', label: 'Note in French' },
];

function typedOf({ name, signature, en, de, es, fr }: LetterheadView): Letterhead {
  return { name, signature, en, de, es, fr };
}

function Form({ state, act, letterhead }: PageProps & { letterhead: LetterheadView }) {
  const [typed, type] = useState(typedOf(letterhead));
  const field = (name: keyof Letterhead, label: string, more: { hint?: string; lines?: number }) => (
    <Field
      key={name}
      name={name}
      label={label}
      value={typed[name]}
      says={letterhead.complaints.find((one) => one.field === name)?.says ?? ''}
      onInput={(text) => type({ ...typed, [name]: text })}
      {...more}
    />
  );
  const footer = (
    <Button kind="primary" onClick={() => void act.saveLetterhead(typed)} disabled={state.busy !== ''}>
      Save
    </Button>
  );
  return (
    <Frame state={state} act={act} title={title} footer={footer}>
      <Note tone="info">
        For mails and slips with sign-in details, for everybody of your account at this spreadsheet. The plan shows each
        mail whole before it goes.
      </Note>
      {field('name', 'Your company', { hint: 'On each slip, and at the end of each mail.' })}
      {field('signature', 'Signature', { lines: 3, hint: 'Such as whom to call. Text only.' })}
      {notes.map(({ field: name, label }) => field(name, label, { lines: 3 }))}
      <p class="sub">A language without a note gets the first that there is.</p>
      <ChangedBy {...letterhead} />
    </Frame>
  );
}

/** What hand-off mails and slips are signed with: whoever changes it is named. */
export function LetterheadPage({ state, act }: PageProps) {
  const { letterhead } = state;
  if (!letterhead) return <Frame state={state} act={act} title={title} />;
  return <Form state={state} act={act} letterhead={letterhead} />;
}
