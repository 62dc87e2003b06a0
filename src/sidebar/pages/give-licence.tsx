import { useState } from 'preact/hooks';
import type { FoundPerson, PeopleFilter } from '../../job/people/wire';
import { Button } from '../parts/button';
import { Chosen } from '../parts/chosen';
import { CustomerChoice } from '../parts/customer-choice';
import { Field, Fields } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Note } from '../parts/note';
import { Tick } from '../parts/tick';
import { count } from '../words';

const blank: PeopleFilter = {
  customer: '',
  product: '',
  does: 'give',
  orgUnit: '',
  title: '',
  holds: '',
  lacks: '',
  neverSignedIn: false,
  suspended: false,
};

interface FormProps {
  readonly state: PageProps['state'];
  readonly filter: PeopleFilter;
  readonly onChange: (change: Partial<PeopleFilter>) => void;
}

function What({ state, filter, onChange }: FormProps) {
  const products = ['', ...(state.peopleChoices?.products ?? [])];
  return (
    <>
      <CustomerChoice state={state} value={filter.customer} onChoose={(customer) => onChange({ customer })} />
      <Field
        name="does"
        label="What"
        value={filter.does}
        options={['give', 'take']}
        onInput={(does) => onChange({ does: does === 'take' ? 'take' : 'give' })}
      />
      <Field
        name="product"
        label="Product"
        value={filter.product}
        options={products}
        onInput={(product) => onChange({ product })}
      />
      {filter.does === 'take' && (
        <Note tone="wait">
          The cells say the product no longer. A licence is taken away only where the setting “exact” says so.
        </Note>
      )}
    </>
  );
}

function Who({ state, filter, onChange }: FormProps) {
  const products = ['', ...(state.peopleChoices?.products ?? [])];
  return (
    <Fields title={filter.does === 'take' ? 'Of those who hold it' : 'Of those who lack it'}>
      <Field
        name="in-unit"
        label="In org unit"
        value={filter.orgUnit}
        onInput={(orgUnit) => onChange({ orgUnit })}
        hint="With those below it; empty: everybody."
      />
      <Field name="title" label="With title" value={filter.title} onInput={(title) => onChange({ title })} />
      <Field
        name="holds"
        label="Who hold"
        value={filter.holds}
        options={products}
        onInput={(holds) => onChange({ holds })}
      />
      <Field
        name="lacks"
        label="Who lack"
        value={filter.lacks}
        options={products}
        onInput={(lacks) => onChange({ lacks })}
      />
      <Tick
        name="never"
        label="Never signed in"
        on={filter.neverSignedIn}
        onChange={(neverSignedIn) => onChange({ neverSignedIn })}
      />
      <Tick
        name="suspended"
        label="Suspended or archived"
        on={filter.suspended}
        onChange={(suspended) => onChange({ suspended })}
      />
    </Fields>
  );
}

const subOf = ({ name, orgUnit, row }: FoundPerson): string =>
  [name, orgUnit, row > 0 ? 'row ' + row : 'no row yet'].filter(Boolean).join(' · ');

interface FoundProps {
  readonly found: readonly FoundPerson[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly addRows: boolean;
  readonly onAdd: (addRows: boolean) => void;
}

function Found({ found, chosen, onChoose, addRows, onAdd }: FoundProps) {
  const bare = found.filter(({ row, email }) => row === 0 && chosen.has(email)).length;
  return (
    <>
      <h2>{count(found.length, 'person', 'people')} found</h2>
      {bare > 0 && (
        <Tick
          name="add-rows"
          label={'Add rows for ' + count(bare, 'person', 'people') + ' who have none'}
          on={addRows}
          onChange={onAdd}
        />
      )}
      {found.length > 0 && (
        <Chosen
          items={found.map((one) => ({ id: one.email, title: one.email, sub: subOf(one) }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </>
  );
}

/** Gives or takes a product: writes the Licences cells of those who are chosen, and checks their rows. */
export function GiveLicence({ state, act }: PageProps) {
  const { found, busy } = state;
  const [filter, change] = useState(blank);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [addRows, add] = useState(true);
  const ready = filter.customer !== '' && filter.product !== '' && busy === '';
  const onChange = (part: Partial<PeopleFilter>) => {
    change({ ...filter, ...part });
    choose(new Set());
  };
  const find = async () => choose(new Set((await act.findPeople(filter))?.map(({ email }) => email)));
  const { customer, product, does } = filter;
  const write = () => act.giveLicence({ customer, product, does, emails: [...chosen], addRows });
  const footer = (
    <>
      <Button {...(chosen.size ? {} : { kind: 'primary' as const })} onClick={() => void find()} disabled={!ready}>
        Find people
      </Button>
      {chosen.size > 0 && (
        <Button kind="primary" onClick={() => void write()} disabled={!ready}>
          {does === 'take' ? 'Take from ' : 'Give to '}
          {count(chosen.size, 'person', 'people')}
        </Button>
      )}
    </>
  );
  return (
    <Frame state={state} act={act} title="Give or take a licence" footer={footer}>
      <Note tone="info">This writes Licences cells and checks their rows. Nothing is sent before you run them.</Note>
      <What state={state} filter={filter} onChange={onChange} />
      <Who state={state} filter={filter} onChange={onChange} />
      {found && <Found found={found} chosen={chosen} onChoose={choose} addRows={addRows} onAdd={add} />}
    </Frame>
  );
}
