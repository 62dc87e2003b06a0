import type { PageProps } from './frame';
import { Field } from './field';

/** Which customer: one's own account, or one of those in reach. */
export function CustomerChoice({
  state,
  value,
  onChoose,
}: Pick<PageProps, 'state'> & { value: string; onChoose: (customer: string) => void }) {
  const names = state.peopleChoices?.accounts.map(({ name }) => name) ?? [];
  return <Field name="people-customer" label="Customer" value={value} options={['', ...names]} onInput={onChoose} />;
}
