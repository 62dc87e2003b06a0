import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Note } from '../parts/note';

/** A blank list of people that a customer fills in. */
export function PeopleList({ state, act }: PageProps) {
  const [customer, type] = useState(state.desk?.who?.primaryDomain ?? '');
  const footer = (
    <>
      <Button kind="primary" onClick={() => void act.makePeopleList(customer, 'file')} disabled={state.busy !== ''}>
        Save as a file
      </Button>
      <Button onClick={() => void act.makePeopleList(customer, 'tab')} disabled={state.busy !== ''}>
        Make a tab
      </Button>
    </>
  );
  return (
    <Frame state={state} act={act} title="People list for a customer" footer={footer}>
      <Note tone="info">
        A blank list with the customer’s domains, org units, products and roles to choose from. Filled in it is imported
        with no question.
      </Note>
      <Field name="list-customer" label="Domain of the customer" value={customer} onInput={type} />
    </Frame>
  );
}
