import type { Scope } from '../../job/wire';
import type { PageProps } from './frame';

const kinds: readonly { readonly kind: Scope['kind']; readonly words: string }[] = [
  { kind: 'everything', words: 'Everything' },
  { kind: 'customer', words: 'This customer' },
  { kind: 'selected', words: 'Selected rows' },
  { kind: 'visible', words: 'Visible rows' },
  { kind: 'retry', words: 'Rows that need a retry' },
];

const isKind = (text: string): text is Scope['kind'] => kinds.some(({ kind }) => kind === text);

/** Which rows to check, of which customer, and for what. */
export function ScopePicker({ state, act }: PageProps) {
  const { customers = [], actions = [] } = state.desk ?? {};
  const offered = kinds.filter(({ kind }) => kind !== 'customer' || customers.length > 0);
  const choose = (text: string) => isKind(text) && act.choose({ scopeKind: text });
  return (
    <div class="fields">
      <label for="scope">Rows</label>
      <select id="scope" value={state.scopeKind} onChange={(event) => choose(event.currentTarget.value)}>
        {offered.map(({ kind, words }) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
      {state.scopeKind === 'customer' && <label for="customer">Customer</label>}
      {state.scopeKind === 'customer' && (
        <select
          id="customer"
          value={state.customer}
          onChange={(event) => act.choose({ customer: event.currentTarget.value })}
        >
          {customers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {actions.length > 0 && <label for="action">For</label>}
      {actions.length > 0 && (
        <select
          id="action"
          value={state.action}
          onChange={(event) => act.choose({ action: event.currentTarget.value })}
        >
          <option value="provision">What the rows say</option>
          {actions.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
