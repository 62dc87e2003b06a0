import { ask, together, type Fact, type Procedure } from '../../engine/procedure';
import { Blocked } from '../../engine/outcome';
import { Refusal } from '../../engine/request';
import { orgUnitsFact, rolesFact, subscriptionsFact } from '../../google/facts';
import { listing } from '../../google/products';
import { roleShown } from '../../google/scoped-roles';
import { reachOf, type Reach } from '../../tabs/reach';
import { ports } from '../ports';
import { identity, signedIn } from '../reach/identity';
import { fillTab, spreadsheet, tabNamed } from '../rows/spreadsheet';
import { Slice } from '../slice';
import type { PeopleListMade } from './wire';

/**
 * A blank list of people for a customer to fill in, with what it can choose from. Filled in it is imported with no
 * question: its headers are ours, and lines that begin with # are passed over.
 */

/** What can be chosen in the columns of a list. */
interface Choices {
  readonly domains: readonly string[];
  readonly orgUnits: readonly string[];
  readonly products: readonly string[];
  readonly roles: readonly string[];
}

interface ListColumn {
  readonly header: string;
  readonly example: string;
  readonly choices?: keyof Choices;
}

const columns: readonly ListColumn[] = [
  { header: 'Email', example: 'ana.ruiz@', choices: 'domains' },
  { header: 'First name', example: 'Ana' },
  { header: 'Last name', example: 'Ruiz' },
  { header: 'Org unit', example: '', choices: 'orgUnits' },
  { header: 'Licences', example: '', choices: 'products' },
  { header: 'Roles', example: '', choices: 'roles' },
  { header: 'Title', example: 'Consultant' },
  { header: 'Department', example: 'Sales' },
  { header: 'Mobile phone', example: '+34600111222' },
  { header: 'Recovery email', example: 'ana@home.example' },
];

/** Rows that a list on a tab has ready. */
const rowsReady = 300;

/**
 * Makes the list of a customer, given by a domain; '' is the account of the person signed in. With `tab` it is also
 * made as a tab. Throws Trouble, NobodyServes and Blocked where Google tells nothing.
 */
export function peopleList(customer: string, tab: boolean): PeopleListMade {
  const slice = new Slice(signedIn());
  const domain = customer.trim().toLowerCase() || identity(slice).primaryDomain;
  const reach = slice.answer(reachOf(slice.me, { domains: [domain], withRoles: [] }));
  const choices = slice.answer(choicesOf(domain, reach));
  const name = `People ${domain}`;
  const rows = [columns.map(({ header }) => header), ...notes(domain, choices)];
  if (tab) writeTab(name, rows, choices);
  return { name: `${name}.csv`, rows, says: tab ? `The tab ${name} is there to be filled in or copied.` : '' };
}

function* choicesOf(domain: string, { domains, who }: Reach): Procedure<Choices> {
  const account = domains.find(({ name }) => name === domain)?.account;
  if (account === undefined)
    throw new Blocked(
      `${domain} is no domain that you reach.`,
      'Write the domain of a customer of yours, or your own.',
    );
  const [units, roles] = yield* together(seen(orgUnitsFact(account)), seen(rolesFact(account)));
  const sold = who.reseller ? yield* ask(subscriptionsFact(who.account)) : [];
  return {
    domains: domains.flatMap((one) => (one.account === account && one.verified ? [one.name] : [])),
    orgUnits: ['/', ...units.map(({ orgUnitPath }) => orgUnitPath).sort()],
    products: sold.flatMap(({ customerId, skuId, skuName }) =>
      customerId === account ? [listing({ skuId })?.name ?? (skuName || skuId)] : [],
    ),
    roles: roles
      .filter(({ isSuperAdminRole }) => !isSuperAdminRole)
      .map(({ roleName }) => roleShown(roleName))
      .sort(),
  };
}

/** What administrators with few privileges may not see is not offered. */
function* seen<T>(fact: Fact<readonly T[]>): Procedure<readonly T[]> {
  try {
    return yield* ask(fact);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
    return [];
  }
}

const passedOver = '# ';
/** More would make the line useless. */
const mostShown = 30;

/** What to do, an example, and what there is to choose from. */
function notes(domain: string, choices: Choices): readonly (readonly string[])[] {
  const says = `${passedOver}Lines that begin with # are examples and choices: leave or delete them.`;
  const example = columns.map(({ header, example: text, choices: which }) =>
    header === 'Email' ? `${passedOver}${text}${domain}` : which ? (choices[which][0] ?? '') : text,
  );
  const offered = columns.map(({ header, choices: which }) => {
    const all = which ? choices[which].slice(0, mostShown).join(', ') : '';
    return header === 'Email' ? `${passedOver}Choices: @${all}` : all;
  });
  return [[says, ...columns.slice(1).map(() => '')], example, offered];
}

function writeTab(name: string, rows: readonly (readonly string[])[], choices: Choices): void {
  const sheet = tabNamed(
    name,
    columns.map(({ header }) => header),
  );
  // What somebody has filled in already stays.
  const isNew = sheet
    .getDataRange()
    .getDisplayValues()
    .every((cells) => cells.every((cell) => cell === ''));
  const blank = Array.from({ length: rowsReady }, () => columns.map(() => ''));
  if (isNew) fillTab(sheet, [...rows, ...blank]);
  columns.forEach(({ header, choices: which }, at) => {
    if (which && header !== 'Email')
      ports().layout.offer(sheet.getRange(rows.length + 1, at + 1, rowsReady, 1), choices[which]);
  });
  spreadsheet().setActiveSheet(sheet);
  ports().spreadsheet.apply();
}
