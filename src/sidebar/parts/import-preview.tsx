import { useState } from 'preact/hooks';
import type { ImportHow, ImportLine, ImportView } from '../../job/imports/wire';
import type { Importing } from '../state';
import { count, figure, type Tally } from '../words';
import { Field } from './field';
import type { PageProps } from './frame';
import { Link } from './link';
import { List } from './list';
import { Note } from './note';
import { Tiles } from './tiles';

interface PreviewProps extends PageProps {
  readonly importing: Importing;
  readonly view: ImportView;
}

function talliesOf({ rows, added, updated, skipped, same }: ImportView): readonly Tally[] {
  const leftOut = rows - added - updated - skipped - same;
  return [
    { word: 'new', count: added, tone: 'ok' },
    { word: 'change', count: updated, tone: 'act' },
    { word: 'stay as they are', count: skipped + same, tone: 'plain' },
    { word: 'left out', count: leftOut, tone: leftOut ? 'stop' : 'plain' },
  ];
}

const existing: Readonly<Record<ImportHow['existing'], string>> = {
  skip: 'Leave them as they are',
  update: 'Change what the file says',
  fill: 'Fill in what is blank',
};
const namesakes: Readonly<Record<ImportHow['namesakes'], string>> = {
  leave: 'Leave them out',
  add: 'They are other people: add them',
  same: 'They are the same people',
};

interface ChoiceProps<Word extends string> {
  readonly name: string;
  readonly label: string;
  readonly words: Readonly<Record<Word, string>>;
  readonly chosen: Word;
  readonly onChoose: (word: Word) => void;
}

function Choice<Word extends string>({ name, label, words, chosen, onChoose }: ChoiceProps<Word>) {
  const options = Object.keys(words) as Word[];
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        value={chosen}
        onChange={(event) => {
          const word = options.find((one) => one === event.currentTarget.value);
          if (word) onChoose(word);
        }}
      >
        {options.map((word) => (
          <option key={word} value={word}>
            {words[word]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Products({ state, act, importing, view }: PreviewProps) {
  if (!view.products.length) return null;
  const ours = state.importChoices?.products ?? [];
  const say = (name: string, product: string) =>
    void act.lookAgain({ products: { ...importing.how.products, [name]: product } });
  return (
    <>
      <h2>Products</h2>
      <p class="sub">Which Google product does each become? It is remembered.</p>
      {view.products.map((name, at) => (
        <div class="field" key={name}>
          <label for={'product-' + at}>{name}</label>
          <select id={'product-' + at} value="" onChange={(event) => say(name, event.currentTarget.value)}>
            <option value="">–</option>
            <option value="-">No licence</option>
            {ours.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  );
}

/** Columns that get a text where the file says none. */
const defaultFields: readonly { readonly column: string; readonly name: string; readonly label: string }[] = [
  { column: 'orgUnit', name: 'default-unit', label: 'Org unit where blank' },
  { column: 'licences', name: 'default-licences', label: 'Licences where blank' },
  { column: 'language', name: 'default-language', label: 'Language where blank' },
  { column: 'sendTo', name: 'default-send-to', label: 'Send details to, where blank' },
];

/** What is sent once the keyboard leaves a field. */
function Further({ act, importing }: PreviewProps) {
  const [replaced] = importing.how.replaceDomains ?? [];
  const [from, typeFrom] = useState(replaced?.from ?? '');
  const [to, typeTo] = useState(replaced?.to ?? '');
  const [defaults, typeDefaults] = useState(importing.how.defaults ?? {});
  const [addresses, typePattern] = useState(importing.how.addresses ?? '');
  const [customer, typeCustomer] = useState(importing.how.customer ?? '');
  const send = () => {
    const replaceDomains = from.trim() && to.trim() ? [{ from, to }] : [];
    const how = { replaceDomains, defaults, addresses: addresses.trim(), customer };
    if (JSON.stringify({ ...importing.how, ...how }) !== JSON.stringify(importing.how)) void act.lookAgain(how);
  };
  return (
    <details>
      <summary>Domain and defaults</summary>
      <Field
        name="import-customer"
        label="Whose people they are"
        value={customer}
        onInput={typeCustomer}
        onLeave={send}
        hint="A customer’s domain: it completes addresses, and people on other accounts’ domains are left out."
      />
      <Field name="domain-from" label="Replace the domain" value={from} onInput={typeFrom} onLeave={send} />
      <Field name="domain-to" label="by" value={to} onInput={typeTo} onLeave={send} />
      {defaultFields.map(({ column, name, label }) => (
        <Field
          key={name}
          name={name}
          label={label}
          value={defaults[column] ?? ''}
          onInput={(text) => typeDefaults({ ...defaults, [column]: text })}
          onLeave={send}
        />
      ))}
      <Field
        name="import-addresses"
        label="Address where there is none"
        value={addresses}
        onInput={typePattern}
        onLeave={send}
        hint="A pattern of the names: {first}.{last}@{domain}, {f}{last}. Addresses that are free are shown below."
      />
    </details>
  );
}

const doesWords: Readonly<Record<ImportLine['does'], string>> = {
  add: 'new',
  update: 'changes',
  skip: 'exists, stays',
  same: 'exists, says the same',
};

function Line({ line }: { line: ImportLine }) {
  const { title, does, by, row, changes } = line;
  const found = by === 'name' ? ' (by name)' : by === 'id' ? ' (by User ID)' : '';
  const words = changes.map(
    ({ header, from, to }) => header + (does === 'add' ? ' ' : ' ' + (from || '(blank)') + ' → ') + to,
  );
  return (
    <div class="what">
      {title}
      <div class="sub">
        {doesWords[does] + (row === undefined ? '' : ' on row ' + row + found)}
        {does !== 'skip' && words.length > 0 && ': ' + words.join('; ')}
      </div>
    </div>
  );
}

/** So many are shown without being asked for. */
const few = 5;

function Problems({ view: { problems } }: { view: ImportView }) {
  if (!problems.length) return null;
  return (
    <details open={problems.length <= few}>
      <summary>{count(problems.length, 'line or cell is', 'lines or cells are') + ' left out'}</summary>
      <List items={problems} keyOf={({ line, column, says }) => line + column + says}>
        {({ line, column, says }) => (
          <div class="what">
            {'Line ' + line + (column ? ', ' + column : '')}
            <div class="sub">{says}</div>
          </div>
        )}
      </List>
    </details>
  );
}

function Columns({ act, view }: PreviewProps) {
  return (
    <details>
      <summary>{view.label + ': ' + count(view.columns.length, 'column is', 'columns are') + ' used'}</summary>
      <ul>
        {view.columns.map(({ header, column }) => (
          <li key={column}>
            <div class="what">{column}</div>
            <span class="sub">{header}</span>
          </li>
        ))}
      </ul>
      {view.unused.length > 0 && <p class="sub">Nothing comes of: {view.unused.join(', ')}.</p>}
      <div class="links">
        <Link onClick={() => void act.openMapper()}>Map the columns by hand</Link>
      </div>
    </details>
  );
}

/** What a file would do, before a row is written, and what can be chosen about it. */
export function ImportPreview(props: PreviewProps) {
  const { act, importing, view } = props;
  const exists = view.updated + view.skipped + view.same > 0;
  const { existing: chosen = 'skip', namesakes: same = 'leave' } = importing.how;
  return (
    <>
      <Tiles tallies={talliesOf(view)} />
      {view.passwords > 0 && (
        <Note tone="info">
          {count(view.passwords, 'password is', 'passwords are')} kept with you for the run; none stands in a cell.
        </Note>
      )}
      {view.proposed > 0 && (
        <Note tone="info">
          {count(view.proposed, 'person', 'people')} without an address: one that is free is proposed for each.
        </Note>
      )}
      {exists && (
        <Choice
          name="existing"
          label="Rows that exist already"
          words={existing}
          chosen={chosen}
          onChoose={(word) => void act.lookAgain({ existing: word })}
        />
      )}
      {view.namesakes > 0 && (
        <Choice
          name="namesakes"
          label={count(view.namesakes, 'person has', 'people have') + ' the name of a row with another address'}
          words={namesakes}
          chosen={same}
          onChoose={(word) => void act.lookAgain({ namesakes: word })}
        />
      )}
      <Products {...props} />
      <Further {...props} />
      <Columns {...props} />
      <Problems view={view} />
      <h2>Rows</h2>
      <List items={view.lines} keyOf={({ line }) => line}>
        {(line) => <Line line={line} />}
      </List>
      {view.rows > view.lines.length && <p class="sub">The first {figure(view.lines.length)} are shown.</p>}
    </>
  );
}
