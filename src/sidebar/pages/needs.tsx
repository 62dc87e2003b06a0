import type { ComponentChildren } from 'preact';
import type { RowNote as Row } from '../../job/wire';
import type { Act } from '../act';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { List } from '../parts/list';
import { asksForPerson, RowNote } from '../parts/row-note';
import { count, figure } from '../words';

/** Rows by what they ask of a person; each row stands in one group. */
function groupsOf(rows: readonly Row[]) {
  const drift = rows.filter((row) => row.drift);
  const asks = rows.filter((row) => !row.drift && row.question);
  const same = asks.filter(asksForPerson);
  const choose = asks.filter((row) => row.question?.choices);
  const others = asks.filter((row) => !asksForPerson(row) && !choose.includes(row));
  const rest = rows.filter((row) => !row.drift && !row.question);
  return {
    drift,
    same,
    choose,
    others,
    waiting: rest.filter(({ outcome }) => outcome === 'waiting'),
    other: rest.filter(({ outcome }) => outcome !== 'waiting'),
  };
}

const keysOf = (rows: readonly Row[]): readonly string[] => rows.map(({ key }) => key);

interface GroupProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly act: Act;
  /** What can be done with all of them at once. */
  readonly children?: ComponentChildren;
}

function Group({ title, rows, act, children }: GroupProps) {
  if (!rows.length) return null;
  return (
    <section>
      <h2>
        {title} · {figure(rows.length)}
      </h2>
      {rows.length > 1 && children && <div class="links">{children}</div>}
      <List items={rows} keyOf={(row) => row.key}>
        {(row) => <RowNote row={row} act={act} />}
      </List>
    </section>
  );
}

function Groups({ rows, act }: { rows: readonly Row[]; act: Act }) {
  const { same, choose, others, other, drift, waiting } = groupsOf(rows);
  return (
    <>
      <Group title="Same person?" rows={same} act={act}>
        <Link onClick={() => void act.answerQuestion(keysOf(same), true)}>Yes to all {figure(same.length)}</Link>
        <Link onClick={() => void act.answerQuestion(keysOf(same), false)}>No to all {figure(same.length)}</Link>
      </Group>
      <Group title="What becomes of it?" rows={choose} act={act}>
        {choose[0]?.question?.choices?.map(({ id, says }) => (
          <Link key={id} onClick={() => void act.answerQuestion(keysOf(choose), true, id)}>
            {says}: all {figure(choose.length)}
          </Link>
        ))}
      </Group>
      <Group title="Yes or no?" rows={others} act={act} />
      <Group title="To put right in the sheet" rows={other} act={act} />
      <Group title="Changed at Google since" rows={drift} act={act}>
        <Link onClick={() => void act.putBack(keysOf(drift))}>Put all {figure(drift.length)} back</Link>
      </Group>
      <Group title="Waiting" rows={waiting} act={act} />
    </>
  );
}

function titleOf(rows: readonly Row[] | null): string {
  if (!rows) return 'Rows that need you';
  return rows.length ? count(rows.length, 'row', 'rows') + ' to look at' : 'Nothing needs you';
}

/** Checks what was answered, or else the rows that were put right in the sheet. */
function Buttons({ state, act, open }: PageProps & { open: readonly Row[] }) {
  const { answered, busy, working } = state;
  const { other, waiting } = groupsOf(open);
  const keys = answered.length ? answered : keysOf([...other, ...waiting]);
  const label = answered.length
    ? 'Check ' + count(keys.length, 'answered row')
    : 'Check ' + count(keys.length, 'row') + ' again';
  if (!keys.length) return null;
  return (
    <Button kind="primary" onClick={() => void act.checkRows(keys)} disabled={busy !== '' || working}>
      {label}
    </Button>
  );
}

/** Every row that needs a person's word, hand or patience. */
export function Needs({ state, act }: PageProps) {
  const open = state.needs?.filter(({ key }) => !state.answered.includes(key)) ?? null;
  return (
    <Frame
      state={state}
      act={act}
      title={titleOf(open)}
      footer={open && <Buttons state={state} act={act} open={open} />}
    >
      {open && <Groups rows={open} act={act} />}
    </Frame>
  );
}
