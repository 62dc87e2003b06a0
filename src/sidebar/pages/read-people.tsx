import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { Chosen } from '../parts/chosen';
import { Frame, type PageProps } from '../parts/frame';
import { Note } from '../parts/note';
import { count } from '../words';

/** People of chosen customers become rows; rows that are there keep their wishes. */
export function ReadPeople({ state, act }: PageProps) {
  const { read, busy, peopleChoices } = state;
  const [chosen, tick] = useState<ReadonlySet<string>>(new Set());
  const reading = read !== null && !read.over;
  const footer = reading ? (
    <Button kind="danger" onClick={act.stopReading} disabled={read.stopping}>
      {read.stopping ? 'Stopping…' : 'Stop'}
    </Button>
  ) : (
    chosen.size > 0 && (
      <Button kind="primary" onClick={() => void act.readPeople([...chosen])} disabled={busy !== ''}>
        Read {count(chosen.size, 'customer')}
      </Button>
    )
  );
  return (
    <Frame state={state} act={act} title="Read people from Google" footer={footer}>
      <Note tone="info">
        People who have no row get one, as Google has them. Rows that are there keep what they wish: only User ID,
        Updated and Details are written.
      </Note>
      {read && (
        <ul>
          {read.done.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
      {!reading && peopleChoices && (
        <Chosen
          items={peopleChoices.accounts.map(({ name }) => ({ id: name, title: name }))}
          chosen={chosen}
          onChoose={tick}
        />
      )}
    </Frame>
  );
}
