import type { RowNote as Row } from '../../job/wire';
import type { Act } from '../act';
import { capital } from '../words';
import { Link } from './link';
import { Name } from './name';

/** Whether a row asks if it means the person that it met. */
export function asksForPerson({ question }: Row): boolean {
  return question?.kind === 'samePerson';
}

/** What is the matter with a row: the name that it met where it asks for a person, else what its Details say. */
export function matterOf(row: Row): string {
  return asksForPerson(row) ? 'exists as “' + (row.question?.about.name ?? '') + '”. Same person?' : row.says;
}

/**
 * A row that needs a person or waits: its name goes to the cell, below it what is the matter and the answers there are.
 */
export function RowNote({ row, act, answers = true }: { row: Row; act: Act; answers?: boolean }) {
  return (
    <>
      <div class="what">
        <Name>{row.title}</Name>
        <div class="sub">{asksForPerson(row) ? capital(matterOf(row)) : row.says}</div>
        {answers && row.question && <Answers row={row} act={act} />}
        {answers && row.drift && (
          <div class="links">
            <Link onClick={() => void act.putBack([row.key])} label={'Put back ' + row.title}>
              Put back
            </Link>
          </div>
        )}
      </div>
      <Link
        class="beside"
        onClick={() => void act.goToRow(row)}
        label={'Go to ' + row.cell + ' on ' + row.tab + ', ' + row.title}
      >
        {row.cell}
      </Link>
    </>
  );
}

function Answers({ row, act }: { row: Row; act: Act }) {
  const { choices } = row.question ?? {};
  if (!choices) return <YesNo row={row} act={act} />;
  return (
    <div class="links">
      {choices.map(({ id, says }) => (
        <Link
          key={id}
          onClick={() => void act.answerQuestion([row.key], true, id)}
          label={says + ', ' + row.title + ': ' + (row.question?.says ?? '')}
        >
          {says}
        </Link>
      ))}
    </div>
  );
}

function YesNo({ row, act }: { row: Row; act: Act }) {
  const isPerson = asksForPerson(row);
  const about = isPerson
    ? row.title + ' is ' + (row.question?.about.name ?? '')
    : row.title + ': ' + (row.question?.says ?? '');
  return (
    <div class="links">
      <Link onClick={() => void act.answerQuestion([row.key], true)} label={'Yes, ' + about}>
        Yes
      </Link>
      <Link
        onClick={() => void act.answerQuestion([row.key], false)}
        label={(isPerson ? 'No, not that ' : 'No, ') + about}
      >
        No
      </Link>
    </div>
  );
}
