import { useState } from 'preact/hooks';
import type { CustomerChoices, CustomerField, NewRows } from '../../job/customers/wire';
import {
  type Complaints,
  complaintsOf,
  emptyForm,
  neededFields,
  productsFor,
  renews,
  shownForm,
} from '../customer-form';
import { Button } from '../parts/button';
import { Field, Fields } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Note } from '../parts/note';
import { count } from '../words';

/** The form while it is typed: complaints stand at fields that were left, and at all once it was sent. */
function useForm(act: PageProps['act']) {
  const [form, setForm] = useState(emptyForm);
  const [left, leave] = useState<readonly CustomerField[]>([]);
  const [sent, send] = useState(false);
  const [answered, answer] = useState<Complaints>({});
  const typed = complaintsOf(form, sent);
  const says = (field: CustomerField): string =>
    ((sent || left.includes(field)) && typed[field]) || answered[field] || '';
  const type = (field: CustomerField, text: string) => {
    setForm({ ...form, [field]: text });
    answer({ ...answered, [field]: '' });
  };
  const write = async () => {
    send(true);
    const [first] = Object.keys(complaintsOf(form, true));
    if (first) return document.getElementById(first)?.focus();
    const complaints = await act.writeCustomer(shownForm(form));
    answer(Object.fromEntries(complaints.map((one) => [one.field, one.says])));
    const [wrong] = complaints;
    if (wrong) document.getElementById(wrong.field)?.focus();
  };
  return { form, says, type, leave: (field: CustomerField) => leave([...left, field]), write };
}

type Typing = ReturnType<typeof useForm>;

/** Makes the fields of one form. */
function fieldOf({ form, says, type, leave }: Typing) {
  const needed = neededFields(form);
  return (
    name: CustomerField,
    label: string,
    more: { hint?: string; options?: readonly string[]; kind?: 'email' | 'tel' } = {},
  ) => (
    <Field
      key={name}
      name={name}
      label={label}
      value={form[name]}
      says={says(name)}
      needed={needed.includes(name)}
      onInput={(text) => type(name, text)}
      onLeave={() => leave(name)}
      {...more}
    />
  );
}

function Account({ typing, choices }: { typing: Typing; choices: CustomerChoices }) {
  const field = fieldOf(typing);
  const isTeam = typing.form.type === 'Team';
  return (
    <>
      <Fields title="Account">
        {field('type', 'Type', {
          options: ['Domain', 'Team'],
          hint: isTeam
            ? 'People prove their addresses by mail; Essentials editions only. It cannot be changed later.'
            : 'The customer verifies its domain. It cannot be changed later.',
        })}
        {field('domain', 'Domain')}
        {field('organisation', 'Organisation')}
        {field('contact', 'Contact name')}
        {isTeam
          ? field('primaryAdmin', 'Primary admin', {
              kind: 'email',
              hint: 'Google mails a link there as soon as the account is created.',
            })
          : field('alternateEmail', 'Alternate email', { kind: 'email', hint: 'Not on the customer’s own domain.' })}
        {field('phone', 'Phone', { kind: 'tel' })}
        {field('language', 'Language', { options: ['', ...choices.languages] })}
      </Fields>
      <Fields title="Address">
        {field('address', 'Address line 1')}
        {field('address2', 'Address line 2')}
        {field('city', 'City')}
        {field('region', 'Region')}
        {field('postalCode', 'Postal code')}
        {field('country', 'Country', { options: ['', ...choices.countries] })}
      </Fields>
    </>
  );
}

function FirstAdministrator({ typing }: { typing: Typing }) {
  const field = fieldOf(typing);
  return (
    <Fields title="First administrator">
      {field('adminEmail', 'Email', { kind: 'email', hint: 'Becomes a row of Users, with Super admin ticked.' })}
      {field('firstName', 'First name')}
      {field('lastName', 'Last name')}
    </Fields>
  );
}

function Order({ typing, choices }: { typing: Typing; choices: CustomerChoices }) {
  const field = fieldOf(typing);
  return (
    <Fields title="Subscription">
      {field('product', 'Product', { options: ['', ...productsFor(typing.form, choices)] })}
      {field('plan', 'Plan', { options: ['', ...choices.plans] })}
      {field('seats', 'Seats', { hint: 'The total.' })}
      {renews(typing.form) && field('renewal', 'Renewal', { options: ['', ...choices.renewals] })}
      {field('purchaseOrder', 'PO number')}
    </Fields>
  );
}

function Form({ typing, choices }: { typing: Typing; choices: CustomerChoices }) {
  return (
    <>
      <div class="sub">* has to be filled in; of administrator and subscription only once you begin with them.</div>
      <Account typing={typing} choices={choices} />
      {typing.form.type === 'Domain' && <FirstAdministrator typing={typing} />}
      <Order typing={typing} choices={choices} />
      <Note tone="info">This writes rows into the sheet and sends nothing to Google.</Note>
    </>
  );
}

function Written({ made }: { made: NewRows }) {
  return (
    <>
      <ul>
        {made.places.map(({ tab, row }) => (
          <li key={tab}>
            <div class="what">{tab}</div>
            <span class="sub">row {row}</span>
          </li>
        ))}
      </ul>
      {made.says && <p>{made.says}</p>}
      <Note tone="info">
        Nothing was sent to Google yet. Check these rows next: you see every change before it is made.
      </Note>
    </>
  );
}

const titleOf = (made: NewRows | null): string =>
  made ? count(made.places.length, 'row') + ' written' : 'New customer';

/** A new customer: a form whose answers become rows of Customers, Subscriptions and Users. */
export function NewCustomer({ state, act }: PageProps) {
  const { choices, made, busy, working } = state;
  const typing = useForm(act);
  const footer = made ? (
    <Button kind="primary" onClick={() => void act.checkRows(made.keys)} disabled={busy !== '' || working}>
      Check {count(made.keys.length, 'row')}
    </Button>
  ) : (
    <Button kind="primary" onClick={() => void typing.write()} disabled={busy !== '' || !choices}>
      Write into the sheet
    </Button>
  );
  return (
    <Frame state={state} act={act} title={titleOf(made)} footer={footer}>
      {made ? <Written made={made} /> : choices && <Form typing={typing} choices={choices} />}
    </Frame>
  );
}
