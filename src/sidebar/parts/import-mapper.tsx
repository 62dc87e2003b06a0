import { useState } from 'preact/hooks';
import type { ImportGuess } from '../../job/imports/wire';
import { Button } from './button';
import { Field } from './field';
import type { PageProps } from './frame';

/** The columns of a file that no format knows: each is given to one of ours, or to none. */
export function ImportMapper({ state, act, guess }: PageProps & { guess: ImportGuess }) {
  const [mapping, map] = useState(guess.mapping);
  const columns = state.importChoices?.columns ?? [];
  const give = (place: number, column: string): void =>
    map(mapping.map((one, at) => (at === place ? { ...one, column } : one)));
  const [addresses, typePattern] = useState(state.importing?.how.addresses ?? '');
  const hasAddress = mapping.some(({ column }) => column === 'email');
  const hasName = mapping.some(({ column }) => column === 'fullName' || column === 'lastName');
  const isReady = hasAddress || (hasName && addresses.trim() !== '');
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
      {!hasAddress && (
        <Field
          name="map-addresses"
          label="No column of addresses? A pattern of the names"
          value={addresses}
          onInput={typePattern}
          hint="{first}.{last}@{domain}, or {f}{last}: addresses that are free are proposed, and shown before they are used."
        />
      )}
      <div class="links">
        <Button
          onClick={() => void act.mapColumns(mapping, hasAddress ? '' : addresses.trim())}
          kind="primary"
          disabled={!isReady || state.busy !== ''}
        >
          {isReady ? 'See what would happen' : 'Say which column is Email'}
        </Button>
      </div>
    </>
  );
}
