import type { HandOffLine } from '../../job/wire';
import { dayOf, figure } from '../words';

/** Which of the people who wait are in view; '' is all. */
export interface HandOffView {
  readonly customer: string;
  /** When the run was approved. */
  readonly since: string;
  readonly wanted: string;
}

/** Everybody in view. */
export const everybody: HandOffView = { customer: '', since: '', wanted: '' };

/** From so many people on, a search box pays. */
const manyPeople = 8;

/** The people in view. */
export function inView(
  people: readonly HandOffLine[],
  { customer, since, wanted }: HandOffView,
): readonly HandOffLine[] {
  return people.filter(
    (one) =>
      (!customer || one.customer === customer) &&
      (!since || one.since === since) &&
      (one.email + ' ' + one.name).toLowerCase().includes(wanted.toLowerCase()),
  );
}

interface ChoiceProps {
  readonly id: 'customer' | 'since';
  readonly label: string;
  readonly all: string;
  readonly people: readonly HandOffLine[];
  readonly view: HandOffView;
  readonly onView: (view: HandOffView) => void;
}

/** Shown where there is more than one to choose from. */
function Choice({ id, label, all, people, view, onView }: ChoiceProps) {
  const values = [...new Set(people.map((one) => one[id]))];
  if (values.length < 2) return null;
  const many = (value: string): string => ' (' + figure(people.filter((one) => one[id] === value).length) + ')';
  return (
    <>
      <label for={'of-' + id}>{label}</label>
      <select
        id={'of-' + id}
        value={view[id]}
        onChange={(event) => onView({ ...view, [id]: event.currentTarget.value })}
      >
        <option value="">{all}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {(id === 'since' ? dayOf(value) : value) + many(value)}
          </option>
        ))}
      </select>
    </>
  );
}

/** Who is in view: of a customer, of a run, by name. */
export function HandOffFilter(props: Pick<ChoiceProps, 'people' | 'view' | 'onView'>) {
  const { people, view, onView } = props;
  return (
    <div class="fields">
      <Choice {...props} id="customer" label="Customer" all="All customers" />
      <Choice {...props} id="since" label="Run" all="All runs" />
      {people.length >= manyPeople && <label for="find">Find</label>}
      {people.length >= manyPeople && (
        <input
          id="find"
          type="search"
          autocomplete="off"
          value={view.wanted}
          onInput={(event) => onView({ ...view, wanted: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
