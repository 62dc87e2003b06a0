import { useState } from 'preact/hooks';
import type { DeletedLine } from '../../job/people/wire';
import { Button } from '../parts/button';
import { Chosen } from '../parts/chosen';
import { CustomerChoice } from '../parts/customer-choice';
import { Frame, type PageProps } from '../parts/frame';
import { Note } from '../parts/note';
import { count } from '../words';

function subOf({ name, deletedOn, daysLeft, row, id }: DeletedLine): string {
  const parts = [
    name,
    deletedOn && 'deleted on ' + deletedOn,
    daysLeft !== undefined && count(daysLeft, 'day') + ' left',
    row > 0 && 'row ' + row,
    'User ID ' + id,
  ];
  return parts.filter(Boolean).join(' · ');
}

function titleOf(deleted: readonly DeletedLine[] | null): string {
  if (!deleted) return 'Deleted people';
  return deleted.length ? count(deleted.length, 'deleted person', 'deleted people') : 'Nobody was deleted';
}

/** Who was deleted in the last 20 days: those who are ticked get rows that wish them back, which are checked then. */
export function DeletedPeople({ state, act }: PageProps) {
  const { deleted, busy } = state;
  const [customer, choose] = useState('');
  const [chosen, tick] = useState<ReadonlySet<string>>(new Set());
  const list = (name: string) => {
    choose(name);
    tick(new Set());
    if (name) void act.listDeleted(name);
  };
  const footer = chosen.size > 0 && (
    <Button kind="primary" onClick={() => void act.restorePeople(customer, [...chosen])} disabled={busy !== ''}>
      Restore {count(chosen.size, 'person', 'people')}
    </Button>
  );
  return (
    <Frame state={state} act={act} title={titleOf(deleted)} footer={footer}>
      <Note tone="info">
        Restore writes their rows on Users and checks them: you see everything before it is sent. Google keeps deleted
        people for 20 days.
      </Note>
      <CustomerChoice state={state} value={customer} onChoose={list} />
      {deleted && deleted.length > 0 && (
        <Chosen
          items={deleted.map((one) => ({ id: one.id, title: one.email, sub: subOf(one) }))}
          chosen={chosen}
          onChoose={tick}
        />
      )}
    </Frame>
  );
}
