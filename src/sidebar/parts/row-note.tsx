import type { RowNote as Row } from '../../job/wire';
import type { Act } from '../act';
import { Link } from './link';

/** Whether a row asks to switch a subscription; any other question is about a person. */
export function isSwitch(row: Row): boolean {
  return row.tab === 'Subscriptions';
}

/**
 * A row that needs a person or waits: its name goes to the cell, below it what is the matter and the answers there are.
 */
export function RowNote({ row, act, answers = true }: { row: Row; act: Act; answers?: boolean }) {
  return (
    <>
      <div class="what">
        {row.title}
        <div class="sub">
          {row.samePerson && !isSwitch(row) ? 'Exists as “' + row.samePerson + '”. Same person?' : row.says}
        </div>
        {answers && row.samePerson && <YesNo row={row} act={act} />}
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

function YesNo({ row, act }: { row: Row; act: Act }) {
  const about = isSwitch(row) ? row.title + ': ' + row.samePerson : row.title + ' is ' + row.samePerson;
  return (
    <div class="links">
      <Link onClick={() => void act.answerSamePerson([row.key], true)} label={'Yes, ' + about}>
        Yes
      </Link>
      <Link
        onClick={() => void act.answerSamePerson([row.key], false)}
        label={(isSwitch(row) ? 'No, ' : 'No, not that ') + about}
      >
        No
      </Link>
    </div>
  );
}
