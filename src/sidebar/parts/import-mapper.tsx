import { useState } from 'preact/hooks';
import type { ImportGuess } from '../../job/imports/wire';
import { Button } from './button';
import type { PageProps } from './frame';

/** The columns of a file that no format knows: each is given to one of ours, or to none. */
export function ImportMapper({ state, act, guess }: PageProps & { guess: ImportGuess }) {
  const [mapping, map] = useState(guess.mapping);
  const columns = state.importChoices?.columns ?? [];
  const give = (place: number, column: string): void =>
    map(mapping.map((one, at) => (at === place ? { ...one, column } : one)));
  const isReady = mapping.some(({ column }) => column === 'email');
  return (
    <>
      <p>Say what each column of the file is. It is remembered for files with the same headers.</p>
      {mapping.map(({ header, column }, place) => (
        <div class="field" key={place}>
          <label for={'map-' + place}>{header || 'Column ' + (place + 1)}</label>
          <div class="sub" id={'map-' + place + '-hint'}>
            {guess.samples.flatMap((cells) => cells[place]?.trim() || []).join(' · ') || '(empty)'}
          </div>
          <select
            id={'map-' + place}
            value={column}
            aria-describedby={'map-' + place + '-hint'}
            disabled={!header}
            onChange={(event) => give(place, event.currentTarget.value)}
          >
            <option value="">Not used</option>
            <option value="fullName">First and last name in one</option>
            {columns.map(({ id, header: ours }) => (
              <option key={id} value={id}>
                {ours}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div class="links">
        <Button onClick={() => void act.mapColumns(mapping)} kind="primary" disabled={!isReady || state.busy !== ''}>
          {isReady ? 'See what would happen' : 'Say which column is Email'}
        </Button>
      </div>
    </>
  );
}
