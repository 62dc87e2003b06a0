import type { RowNote as Row } from '../../apps-script/wire';
import type { Act } from '../act';
import { Link } from './link';

/** A row that needs a person or waits: its name goes to the cell, below it what is the matter and the answers there are. */
export function RowNote({ row, act, answers = true }: { row: Row; act: Act; answers?: boolean }) {
  return (
    <>
      <div class="what">
        {row.title}
        <div class="sub">{row.samePerson ? 'Exists as “' + row.samePerson + '”. Same person?' : row.says}</div>
        {answers && row.samePerson && <YesNo row={row} act={act} />}
        {answers && row.drift && (
          <div class="links">
            <Link onClick={() => void act.putBack([row.key])} label={'Put back ' + row.title}>
              Put back
            </Link>
          </div>
        )}
      </div>
      <Link class="beside" onClick={() => void act.goToRow(row)} label={'Go to ' + row.cell + ' on ' + row.tab + ', ' + row.title}>
        {row.cell}
      </Link>
    </>
  );
}

function YesNo({ row, act }: { row: Row; act: Act }) {
  const about = row.title + ' is ' + row.samePerson;
  return (
    <div class="links">
      <Link onClick={() => void act.answerSamePerson([row.key], true)} label={'Yes, ' + about}>
        Yes
      </Link>
      <Link onClick={() => void act.answerSamePerson([row.key], false)} label={'No, not that ' + about}>
        No
      </Link>
    </div>
  );
}
