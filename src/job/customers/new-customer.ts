import { asciiAddresses } from '../../engine/domain-names';
import { checkEmail, checkPersonName } from '../../google/limits';
import { countries } from '../../google/countries';
import { languages } from '../../google/languages';
import { planWords, renewalWords } from '../../google/plans';
import { plansFor, skus, teamMayOrder } from '../../google/products';
import type { Column } from '../../table/column';
import { customerColumns, type CustomerColumn } from '../../tabs/customers/columns';
import { readCustomers, type CustomerRowRead } from '../../tabs/customers/read';
import { subscriptionColumns, type SubscriptionColumn } from '../../tabs/subscriptions/columns';
import { readSubscriptions } from '../../tabs/subscriptions/read';
import { userColumns, type UserColumn } from '../../tabs/users/columns';
import { ownSettings } from './own-settings';
import {
  customerRows,
  openCustomers,
  openSubscriptions,
  customerIn,
  skuIn,
  type CustomersTab,
  type SubscriptionsTab,
} from './sheets';
import { addRows, cellOf, openTab, type Cells, type OpenTab } from '../rows/cells';
import type { CustomerChoices, CustomerField, CustomerForm, FieldComplaint, NewRows } from './wire';

/** A new customer: the sidebar's form becomes rows of Customers, Subscriptions and Users. Nothing is sent to Google. */

/** Where the fields of the form stand in the tabs. */
const customerCells: Readonly<Partial<Record<CustomerColumn, CustomerField>>> = {
  domain: 'domain',
  type: 'type',
  organisation: 'organisation',
  contactName: 'contact',
  alternateEmail: 'alternateEmail',
  phone: 'phone',
  address1: 'address',
  address2: 'address2',
  city: 'city',
  region: 'region',
  postalCode: 'postalCode',
  country: 'country',
  language: 'language',
  primaryAdmin: 'primaryAdmin',
};
const orderCells: Readonly<Partial<Record<SubscriptionColumn, CustomerField>>> = {
  customer: 'domain',
  product: 'product',
  plan: 'plan',
  seats: 'seats',
  renewal: 'renewal',
  purchaseOrder: 'purchaseOrder',
};
const userCells: Readonly<Partial<Record<UserColumn, CustomerField>>> = {
  email: 'adminEmail',
  firstName: 'firstName',
  lastName: 'lastName',
};
/** Every field of the form. */
export const customerFields: readonly CustomerField[] = [
  ...new Set([customerCells, orderCells, userCells].flatMap((cells) => Object.values<CustomerField>(cells))),
];

/** What the drop-downs of the form offer. */
export function customerChoices(): CustomerChoices {
  const offered = skus().filter((sku) => sku.reseller === 'listed' && plansFor(sku).length > 0);
  return {
    countries: allowedCountries(),
    languages: languages().map(({ name }) => name),
    plans: planWords,
    renewals: renewalWords,
    products: offered.map((sku) => ({ name: sku.name, forTeams: teamMayOrder(sku) })),
  };
}

function allowedCountries(): readonly string[] {
  const allowed = ownSettings().countries;
  return countries()
    .filter(({ code }) => !allowed.length || allowed.includes(code))
    .map(({ name }) => name)
    .sort();
}

/**
 * Writes the rows of a customer, or says what is wrong with the form. Needs the lock. Throws Trouble where a tab or
 * column is missing.
 */
export function writeCustomer(sent: CustomerForm): NewRows {
  const form = trimmed(sent);
  const tabs = { customers: openCustomers(), orders: openSubscriptions(), users: openTab('Users', userColumns) };
  const { row, complaints } = readForm(form);
  const twice = knownAlready(tabs.customers, row?.key);
  const all = [...complaints, ...twice];
  if (all.length || !row) return { complaints: all, keys: [], places: [], says: '' };
  return write(form, row, tabs);
}

/** The form as text, whatever was sent: anybody may call this with anything. */
/** What was typed, without blanks at its ends, and none longer than a cell of ours needs. */
function trimmed(form: CustomerForm): CustomerForm {
  const texts = customerFields.map((field) => [field, form[field].trim().slice(0, 300)]);
  return Object.fromEntries(texts) as CustomerForm;
}

/** The cells of a row that the form fills. */
function cellsOf<Id extends string>(
  places: Readonly<Partial<Record<Id, CustomerField>>>,
  form: CustomerForm,
): Cells<Id> {
  return Object.fromEntries(
    Object.entries<CustomerField | undefined>(places).map(([column, field]) => [column, field ? form[field] : '']),
  ) as Cells<Id>;
}

interface ReadForm {
  readonly row: CustomerRowRead | undefined;
  readonly complaints: readonly FieldComplaint[];
}

/** The form read as the tabs will be read, so that what is written here is never complained about there. */
function readForm(form: CustomerForm): ReadForm {
  const [row] = readCustomers(tableOf(cellsOf(customerCells, form), customerColumns), { settings: ownSettings() }).rows;
  const order = form.product
    ? readSubscriptions(tableOf(cellsOf(orderCells, form), subscriptionColumns), {
        skus: [],
        typeOf: () => (isTeam(form) ? 'team' : 'domain'),
      }).rows[0]
    : undefined;
  const complaints = [
    ...lacks(form),
    ...(row?.complaints ?? []).map(({ column, says }) => ({ field: customerCells[column] ?? 'domain', says })),
    ...(order?.complaints ?? []).map(({ column, says }) => ({ field: orderCells[column] ?? 'product', says })),
    ...aboutAdministrator(form),
    ...aboutOrder(form),
  ];
  return {
    row,
    complaints: complaints.filter(({ field }, at) => complaints.findIndex((one) => one.field === field) === at),
  };
}

/** The row alone, below the headers that set-up gives the tab. */
function tableOf<Id extends string>(cells: Cells<Id>, columns: readonly Column<Id>[]): string[][] {
  return [columns.map(({ header }) => header), columns.map(({ id }) => cells[id] ?? '')];
}

const isTeam = (form: CustomerForm): boolean => form.type === 'Team';
const needed = 'This is needed for a new customer.';

function lacks(form: CustomerForm): FieldComplaint[] {
  const fieldsNeeded: readonly CustomerField[] = [
    'domain',
    'organisation',
    'contact',
    'postalCode',
    'country',
    isTeam(form) ? 'primaryAdmin' : 'alternateEmail',
  ];
  return fieldsNeeded.filter((field) => form[field] === '').map((field) => ({ field, says: needed }));
}

function aboutAdministrator(form: CustomerForm): FieldComplaint[] {
  const { adminEmail, firstName, lastName, domain } = form;
  if (adminEmail + firstName + lastName === '') return [];
  if (isTeam(form))
    return [{ field: 'adminEmail', says: 'The first administrator of a team is its Primary admin. Leave this empty.' }];
  const email = addressIn(adminEmail);
  const elsewhere = email.endsWith(`@${customerIn(domain)}`)
    ? undefined
    : 'The first administrator has an address on the customer’s domain.';
  const wrong: readonly (readonly [CustomerField, string | undefined])[] = [
    ['adminEmail', checkEmail(email) ?? elsewhere],
    ['firstName', checkPersonName(firstName)],
    ['lastName', checkPersonName(lastName)],
  ];
  return wrong.flatMap(([field, says]) =>
    form[field] === ''
      ? [{ field, says: 'This is needed for the first administrator.' }]
      : says
        ? [{ field, says }]
        : [],
  );
}

/** An address as Google names it: its domain in the letters a–z. */
function addressIn(text: string): string {
  return asciiAddresses(text).toLowerCase();
}

function aboutOrder(form: CustomerForm): FieldComplaint[] {
  if (form.product + form.plan + form.seats + form.renewal + form.purchaseOrder === '') return [];
  const wanting = (['product', 'plan', 'seats'] as const).filter((field) => form[field] === '');
  return wanting.map((field) => ({ field, says: 'This is needed for a subscription.' }));
}

function knownAlready(tab: CustomersTab, key: string | undefined): FieldComplaint[] {
  const known = customerRows(tab).find((row) => key !== undefined && row.key === key);
  return known
    ? [
        {
          field: 'domain',
          says: `This customer is there already: row ${known.row} of Customers. Change that row instead.`,
        },
      ]
    : [];
}

interface Tabs {
  readonly customers: CustomersTab;
  readonly orders: SubscriptionsTab;
  readonly users: OpenTab<UserColumn>;
}

/** The customer's own row comes last: were this cut off before, the same form makes what is missing. */
function write(form: CustomerForm, row: CustomerRowRead, tabs: Tabs): NewRows {
  const made: { tab: string; row: number; key: string }[] = [];
  const says: string[] = [...row.warnings];
  if (form.adminEmail) {
    const at = find(
      tabs.users,
      (place) => addressIn(cellOf(tabs.users, place, 'email')) === addressIn(form.adminEmail),
    );
    if (at) says.push(`${form.adminEmail} is on row ${at} of Users already and was left as it is.`);
    else
      made.push({
        tab: 'Users',
        row: addRows(tabs.users, [{ ...cellsOf(userCells, form), superAdmin: 'TRUE' }]),
        key: `Users!${addressIn(form.adminEmail)}`,
      });
  }
  if (form.product) {
    const at = find(tabs.orders, (place) => isOrdered(tabs.orders, place, form));
    if (at) says.push(`${form.product} is on row ${at} of Subscriptions already and was left as it is.`);
    else
      made.push({
        tab: 'Subscriptions',
        row: addRows(tabs.orders, [{ ...cellsOf(orderCells, form), customer: form.domain.toLowerCase() }]),
        key: `Subscriptions!${customerIn(form.domain)}/${form.product}`,
      });
  }
  made.push({ tab: 'Customers', row: addRows(tabs.customers, [cellsOf(customerCells, form)]), key: row.name });
  made.reverse();
  return {
    complaints: [],
    keys: made.map(({ key }) => key),
    places: made.map(({ tab, row: at }) => ({ tab, row: at })),
    says: says.join(' '),
  };
}

/** The number of the first row that is so; undefined where there is none. */
function find<Id extends string>({ text }: OpenTab<Id>, is: (row: number) => boolean): number | undefined {
  const place = text.values.findIndex((_, at) => at > 0 && is(at + 1));
  return place < 0 ? undefined : place + 1;
}

function isOrdered(tab: SubscriptionsTab, row: number, form: CustomerForm): boolean {
  return (
    customerIn(cellOf(tab, row, 'customer')) === customerIn(form.domain) &&
    skuIn(cellOf(tab, row, 'product')) === skuIn(form.product)
  );
}
