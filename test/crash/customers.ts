import type { Desk } from '../../sandbox/cli/desk';
import { textTabs } from '../../sandbox/cli/sheets';
import { mailsOf, type End } from './end';
import { jobIn } from './job';

/** The job of `test/crash/customers`: few customers of every kind, with their subscriptions and people. */
export const customers = jobIn('test', 'crash', 'customers');

const team = 'dune.example/dina@dune.example';
const teamOrder = 'Subscriptions!dune.example/Enterprise Essentials';

/**
 * The end to expect of a job that dies now. A mail and a team are never sent twice: one that was noted as begun, and of
 * which nobody knows whether it was done, stays as it is, and its row says where to look. All else is as undisturbed.
 */
export function onceAtMost(at: Desk, undisturbed: End): End {
  const unknown = begunIn(at).filter(({ begun, known }) => begun && !known);
  return unknown.reduce(
    (end, { key, what }) => (what === 'team' ? withoutTeam(at, end) : withoutMail(at, end, key)),
    undisturbed,
  );
}

interface Begun {
  readonly key: string;
  readonly what: 'team' | 'mail';
  readonly begun: boolean;
  readonly known: boolean;
}

/** What is noted as begun where no cell reaches, by row key. */
function notedIn({ host }: Desk): ReadonlyMap<string, object> {
  const { document, users } = host.state.properties;
  const stores = [document, ...Object.values(users)];
  const shares = stores.flatMap((store) => Object.entries(store)).filter(([name]) => /^begun:\d+$/.test(name));
  return new Map(shares.flatMap(([, json]) => JSON.parse(json) as [string, object][]));
}

/** What is noted as begun, and whether the journal knows what became of it. */
function begunIn(desk: Desk): readonly Begun[] {
  const { host } = desk;
  const noted = notedIn(desk);
  const lines = textTabs(host.state.sheets).find(({ name }) => name === 'Journal')?.rows ?? [];
  return lines
    .filter(([key]) => key?.startsWith('Customers!'))
    .flatMap(([key = '', , , , , memory = '']) => {
      const {
        begun: inLine = {},
        customerId,
        told,
      } = JSON.parse(memory || '{}') as { begun?: Record<string, string>; customerId?: string; told?: object };
      const begun = { ...inLine, ...noted.get(key) };
      return [
        { key, what: 'team' as const, begun: 'create-team' in begun, known: customerId !== undefined },
        { key, what: 'mail' as const, begun: 'mail:welcome' in begun, known: told !== undefined },
      ];
    });
}

/** The mails that were sent by now, of all that this customer gets. */
function withoutMail(at: Desk, end: End, key: string): End {
  const domain = key.replace('Customers!', '').split('/')[0] ?? '';
  const sent = mailsOf(at);
  return {
    ...end,
    unsure: [...end.unsure, key].sort(),
    deeds: without(end.deeds, key),
    mails: end.mails.filter((mail) => !mail.includes(`: ${domain}: `) || sent.includes(mail)),
  };
}

/** The team's row needs somebody; what belongs to the team waits. Whether Google has the team is as it is now. */
function withoutTeam(at: Desk, end: End): End {
  const isThere = at.workspace.tenant().accounts.some(({ customer }) => customer.customerDomain === 'dune.example');
  const { [team]: made, ...google } = end.google;
  const lacks = (creation: string): boolean =>
    creation.includes('dune') && (creation.includes('subscriptions') || !isThere);
  return {
    ...end,
    google: isThere ? { ...google, [team]: { ...(made as object), subscriptions: [] } } : google,
    created: end.created.filter((creation) => !lacks(creation)),
    mails: end.mails.filter((mail) => !mail.startsWith('dina@')),
    statuses: { ...end.statuses, [`Customers!${team}`]: 'Needs you', [teamOrder]: 'Waiting' },
    deeds: without(end.deeds, `Customers!${team}`, teamOrder),
    columns: { ...end.columns, [`Customers!${team}`]: nothing, [teamOrder]: nothing },
    unsure: [...end.unsure, `Customers!${team}`].sort(),
  };
}

function without(deeds: End['deeds'], ...keys: readonly string[]): End['deeds'] {
  return Object.fromEntries(Object.entries(deeds).filter(([key]) => !keys.includes(key)));
}

const nothing = ' |  |  | ';
