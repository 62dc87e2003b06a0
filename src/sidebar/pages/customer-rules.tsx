import { useState } from 'preact/hooks';
import type { CustomerRulesView } from '../../job/customers/wire';
import { Button } from '../parts/button';
import { ChangedBy } from '../parts/changed-by';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Note } from '../parts/note';
import { Tick } from '../parts/tick';

const letThroughHint = 'People of a customer are created before it has accepted the terms and verified its domain.';

function Form({ state, act, rules }: PageProps & { rules: CustomerRulesView }) {
  const [typed, type] = useState({
    publicId: rules.publicId,
    countries: rules.countries,
    letPeopleThrough: rules.letPeopleThrough,
  });
  const says = (field: string) =>
    rules.complaints
      .filter((one) => one.field === field)
      .map((one) => one.says)
      .join(' ');
  const footer = (
    <Button kind="primary" onClick={() => void act.saveCustomerRules(typed)} disabled={state.busy !== ''}>
      Save
    </Button>
  );
  return (
    <Frame state={state} act={act} title="Settings for customers" footer={footer}>
      <Note tone="info">They hold for everybody at this spreadsheet.</Note>
      <Field
        name="publicId"
        label="Our reseller public id"
        value={typed.publicId}
        says={says('publicId')}
        onInput={(publicId) => type({ ...typed, publicId })}
        hint="Customers need it to make a transfer token. Partner Sales Console › Settings."
      />
      <Field
        name="countries"
        label="Countries that we may resell in"
        value={typed.countries}
        says={says('countries')}
        onInput={(countries) => type({ ...typed, countries })}
        hint="Names or codes, separated by commas. Empty: all. Rows with others are warned about."
      />
      <Tick
        name="letPeopleThrough"
        label="Let people through early"
        on={typed.letPeopleThrough}
        onChange={(letPeopleThrough) => type({ ...typed, letPeopleThrough })}
        hint={letThroughHint}
      />
      <ChangedBy {...rules} />
    </Frame>
  );
}

/** Settings about customers: whoever changes them is named. */
export function CustomerRulesPage({ state, act }: PageProps) {
  const { rules } = state;
  if (!rules) return <Frame state={state} act={act} title="Settings for customers" />;
  return <Form state={state} act={act} rules={rules} />;
}
