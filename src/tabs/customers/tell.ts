import { defined } from '../../engine/defined';
import { ask, say, send, type Procedure } from '../../engine/procedure';
import type { CustomerFound } from '../../ensure/customer';
import { userFact } from '../../google/facts';
import type { ResoldCustomer } from '../../google/reseller-resources';
import { welcomeMail } from './mails';
import type { CustomerMemory, CustomerRow } from './row';

interface About {
  readonly standing: CustomerFound;
  readonly customer: ResoldCustomer;
  readonly language: string | undefined;
}

/**
 * One mail to the customer, ever: how to accept the terms and verify the domain. Gives when it was sent and to whom,
 * also where that was before; undefined where it could not be, which the row says.
 */
export function* tell(row: CustomerRow, about: About): Procedure<CustomerMemory['told']> {
  if (row.memory.told) return row.memory.told;
  if (row.memory.begun?.['mail:welcome'] !== undefined) {
    yield* say(
      'The mail about the terms may have been sent: look in Sent, and write to the customer yourself if it is not there.',
    );
    return undefined;
  }
  const { administrator, to } = yield* readersOf(row, about);
  if (!administrator || !to) {
    yield* say(
      row.memory.created === true || row.madeInRun
        ? 'The terms wait, and nobody can accept them yet: write a first administrator on the Users tab (tick Super admin) and check this row again with it, or ask the customer’s own administrator to sign in.'
        : `The terms wait for an administrator of ${about.standing.domain} to sign in and accept them. Seatsheet › Customers › Overview has a mail that reminds the customer. If it has none, write a first administrator on the Users tab (tick Super admin).`,
    );
    return undefined;
  }
  yield* mail(row, about, { administrator, to });
  return { at: row.now, to };
}

interface Readers {
  /** Who can accept the terms. */
  readonly administrator: string;
  readonly to: string;
}

/** A team's administrator reads the mail; the one of a domain most likely has no mailbox yet. */
function* readersOf(row: CustomerRow, { standing, customer }: About): Procedure<Partial<Readers>> {
  if (standing.type === 'team') {
    const administrator = row.wish.primaryAdmin ?? customer.primaryAdmin;
    return { administrator, to: administrator };
  }
  const administrator = yield* administratorOf(row, standing);
  const to = customer.alternateEmail || administrator;
  return { ...defined({ administrator, to }) };
}

function* administratorOf(row: CustomerRow, { account }: CustomerFound): Procedure<string | undefined> {
  for (const { email } of row.administrators) {
    if ((yield* ask(userFact(account, email)))?.isAdmin) return email;
  }
  return undefined;
}

function* mail(
  { reseller, newName }: CustomerRow,
  { standing: { type, domain }, customer, language }: About,
  { administrator, to }: Readers,
): Procedure<void> {
  const { subject, text } = welcomeMail({ language, type, domain, administrator, verified: customer.domainVerified });
  yield* send(
    {
      op: 'mail.send',
      account: reseller,
      params: { to, subject },
      body: { text },
      retry: false,
      named: { customer: newName },
    },
    {
      plan: `send a mail to ${to}`,
      values: [`subject “${subject}”`],
      text,
      many: 'mail customers',
      of: domain,
      done: `told ${to} how to accept the terms`,
    },
  );
}
