import { useState } from 'preact/hooks';
import type { ProposedAddress, ProposedAddresses } from '../../job/addresses/wire';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { List } from '../parts/list';
import { Note } from '../parts/note';
import { count } from '../words';

interface HowProps extends PageProps {
  readonly addresses: ProposedAddresses;
}

/** What is sent once the keyboard leaves a field. */
function How({ act, addresses }: HowProps) {
  const [pattern, typePattern] = useState(addresses.pattern);
  const [domain, typeDomain] = useState(addresses.domain);
  const send = () => {
    if (pattern !== addresses.pattern || domain !== addresses.domain) void act.proposeAddresses(pattern, domain);
  };
  return (
    <>
      <Field
        name="address-pattern"
        label="Pattern"
        value={pattern}
        onInput={typePattern}
        onLeave={send}
        hint="{first} and {last} are the names, {f} and {l} their first letters: {f}{last}@{domain}."
      />
      <Field name="address-domain" label="Domain" value={domain} onInput={typeDomain} onLeave={send} />
    </>
  );
}

interface LineProps {
  readonly line: ProposedAddress;
  readonly isLeft: boolean;
  readonly onChange: () => void;
}

function Line({ line: { row, name, email, says }, isLeft, onChange }: LineProps) {
  const id = 'address-' + row;
  return (
    <div class="what">
      {email && <input id={id} type="checkbox" checked={!isLeft} onChange={onChange} />}
      <label for={id}>{' ' + (email || name)}</label>
      <div class="sub">{email ? name + ', row ' + row : 'Row ' + row + ': ' + says}</div>
    </div>
  );
}

/** Addresses for people who have none: shown before they are written, and none of it goes to Google. */
export function Addresses({ state, act }: PageProps) {
  const [left, leave] = useState<readonly number[]>([]);
  const { addresses, busy } = state;
  const chosen = (addresses?.lines ?? []).filter(({ row, email }) => email && !left.includes(row));
  const footer = addresses && addresses.lines.length > 0 && (
    <Button kind="primary" disabled={busy !== '' || !chosen.length} onClick={() => void act.writeAddresses(chosen)}>
      {'Write ' + count(chosen.length, 'address', 'addresses')}
    </Button>
  );
  const turn = (row: number) => leave(left.includes(row) ? left.filter((one) => one !== row) : [...left, row]);
  return (
    <Frame state={state} act={act} title="Propose addresses" footer={footer}>
      {addresses && <How state={state} act={act} addresses={addresses} />}
      {addresses?.unseen && <Note tone="wait">{addresses.unseen}</Note>}
      {addresses && !addresses.lines.length && (
        <Note tone="info">Everybody on Users who has a name has an address too.</Note>
      )}
      {addresses && (
        <List items={addresses.lines} keyOf={({ row }) => row}>
          {(line) => <Line line={line} isLeft={left.includes(line.row)} onChange={() => turn(line.row)} />}
        </List>
      )}
    </Frame>
  );
}
