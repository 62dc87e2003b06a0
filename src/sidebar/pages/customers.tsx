import { useState } from 'preact/hooks';
import type { CustomerLine } from '../../job/customers/wire';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { List } from '../parts/list';
import { count, type Tone } from '../words';

/** From so many customers on, a search box pays. */
const manyCustomers = 8;

function Pill({ tone, children }: { tone: Tone; children: string }) {
  return <span class={'pill ' + tone}>{children}</span>;
}

function Standing({ line: { terms, domainVerified } }: { line: CustomerLine }) {
  return (
    <div class="pills">
      {terms && <Pill tone={terms === 'accepted' ? 'ok' : 'wait'}>{'terms ' + terms}</Pill>}
      {domainVerified && (
        <Pill tone={domainVerified === 'yes' ? 'ok' : 'wait'}>
          {domainVerified === 'yes' ? 'domain verified' : 'domain: ' + domainVerified}
        </Pill>
      )}
    </div>
  );
}

function TokenForm({ line, act, onEnd }: { line: CustomerLine; act: PageProps['act']; onEnd: () => void }) {
  const [token, type] = useState('');
  const keep = async () => {
    if (await act.keepToken(line.key, token.trim())) onEnd();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Field
        name={'token-' + line.row}
        label={'Transfer token of ' + line.name}
        value={token}
        onInput={type}
        hint="Kept with you alone for 30 days, never in the sheet."
      />
      <div class="links">
        <button type="submit" disabled={!token.trim()}>
          Keep
        </button>
        <Button onClick={onEnd}>Cancel</Button>
      </div>
    </form>
  );
}

function Transfer({ line, act, onType }: { line: CustomerLine; act: PageProps['act']; onType: () => void }) {
  const { key, name, hasToken } = line;
  if (hasToken) {
    return (
      <Link onClick={() => void act.keepToken(key, '')} label={'Forget the token of ' + name}>
        Forget the token
      </Link>
    );
  }
  return (
    <>
      <Link onClick={() => void act.showMail(key, 'token')} label={'Ask for a token, ' + name}>
        Ask for a token
      </Link>
      <Link onClick={onType} label={'Type the token of ' + name}>
        Type the token
      </Link>
    </>
  );
}

function Customer({ line, act }: { line: CustomerLine; act: PageProps['act'] }) {
  const [typing, type] = useState(false);
  const { key, name, organisation, row, needs, remind, transfer, hasToken, consoleUrl } = line;
  return (
    <>
      <div class="what">
        {name}
        {organisation && <div class="sub">{organisation}</div>}
        <Standing line={line} />
        {hasToken && <div class="sub">You keep a transfer token for it.</div>}
        {needs && <div class="sub">{needs}</div>}
        {typing && <TokenForm line={line} act={act} onEnd={() => type(false)} />}
        <div class="links">
          {remind && (
            <Link onClick={() => void act.showMail(key, 'reminder')} label={'Remind ' + name}>
              Remind
            </Link>
          )}
          {(transfer || hasToken) && !typing && <Transfer line={line} act={act} onType={() => type(true)} />}
          {consoleUrl.startsWith('https://') && (
            <a href={consoleUrl} target="_blank" rel="noopener noreferrer" aria-label={'Admin console of ' + name}>
              Admin console
            </a>
          )}
        </div>
      </div>
      <Link class="beside" onClick={() => void act.goToCustomer(key)} label={'Go to row ' + row + ', ' + name}>
        row {row}
      </Link>
    </>
  );
}

function Lines({ lines, act }: { lines: readonly CustomerLine[]; act: PageProps['act'] }) {
  const [wanted, find] = useState('');
  const found = lines.filter(({ name, organisation }) =>
    (name + ' ' + organisation).toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      {lines.length >= manyCustomers && <Field name="find" label="Find" value={wanted} onInput={find} />}
      <List items={found} keyOf={({ key }) => key}>
        {(line) => <Customer line={line} act={act} />}
      </List>
    </>
  );
}

function titleOf(lines: readonly CustomerLine[] | null): string {
  if (!lines) return 'Customers';
  return lines.length ? count(lines.length, 'customer') : 'No customers yet';
}

/** Every row of Customers: terms, domain, what it needs, and what can be done about it. */
export function Customers({ state, act }: PageProps) {
  const { customers, busy } = state;
  const resting = busy !== '';
  const footer = (
    <>
      <Button onClick={() => void act.startCustomer()} disabled={resting}>
        New customer
      </Button>
      <Button kind="primary" onClick={() => void act.refreshCustomers()} disabled={resting || !customers?.length}>
        Refresh
      </Button>
    </>
  );
  return (
    <Frame state={state} act={act} title={titleOf(customers)} footer={footer}>
      <div class="links">
        <Link onClick={() => void act.readCustomers()} disabled={resting}>
          Read customers from Google
        </Link>
      </div>
      {customers && <Lines lines={customers} act={act} />}
    </Frame>
  );
}
