import type { CustomerChoices, CustomerField, CustomerForm } from '../job/customers/wire';

/** What the form of a new customer can tell while it is typed. The server looks at everything again. */

/** Complaints by field. */
export type Complaints<Field extends string = CustomerField> = Readonly<Partial<Record<Field, string>>>;

/** The form as it opens. */
export const emptyForm: CustomerForm = {
  type: 'Domain',
  domain: '',
  organisation: '',
  contact: '',
  alternateEmail: '',
  primaryAdmin: '',
  phone: '',
  address: '',
  address2: '',
  city: '',
  region: '',
  postalCode: '',
  country: '',
  language: '',
  adminEmail: '',
  firstName: '',
  lastName: '',
  product: '',
  plan: '',
  seats: '',
  renewal: '',
  purchaseOrder: '',
};

const domainLike = /^(?!www\.)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;
const emailLike = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const team = (form: CustomerForm): boolean => form.type === 'Team';
const onDomain = (form: CustomerForm, address: string): boolean =>
  address
    .trim()
    .toLowerCase()
    .endsWith('@' + form.domain.trim().toLowerCase());

/** Whether anything of a first administrator, or of a subscription, was typed: then the rest of it is needed too. */
const begun = (form: CustomerForm, fields: readonly CustomerField[]): boolean =>
  fields.some((field) => form[field].trim() !== '');
const administrator: readonly CustomerField[] = ['adminEmail', 'firstName', 'lastName'];
const order: readonly CustomerField[] = ['product', 'plan', 'seats', 'renewal', 'purchaseOrder'];

/** Fields that this form has to fill in. */
export function neededFields(form: CustomerForm): readonly CustomerField[] {
  return [
    'domain',
    'organisation',
    'contact',
    'postalCode',
    'country',
    team(form) ? 'primaryAdmin' : 'alternateEmail',
    ...(!team(form) && begun(form, administrator) ? administrator : []),
    ...(begun(form, order) ? (['product', 'plan', 'seats'] as const) : []),
  ];
}

/**
 * Fields that mean something for this form: a team has no administrator of its own row, and only annual plans renew.
 */
export function shownForm(form: CustomerForm): CustomerForm {
  const none = { adminEmail: '', firstName: '', lastName: '' };
  return { ...form, ...(team(form) ? none : { primaryAdmin: '' }), ...(renews(form) ? {} : { renewal: '' }) };
}

/** Whether the plan is an annual one. */
export function renews({ plan }: CustomerForm): boolean {
  return /annual/i.test(plan);
}

/** Products that may be ordered for this type of customer. */
export function productsFor(form: CustomerForm, { products }: CustomerChoices): readonly string[] {
  return products.filter(({ forTeams }) => forTeams || !team(form)).map(({ name }) => name);
}

const checks: Readonly<Partial<Record<CustomerField, (text: string, form: CustomerForm) => string | false>>> = {
  domain: (text) => !domainLike.test(text) && 'Write the domain alone, such as acme.com, without www.',
  alternateEmail: (text, form) =>
    !emailLike.test(text)
      ? 'This is not an email address.'
      : onDomain(form, text) && 'Write an address that is not on the customer’s own domain.',
  primaryAdmin: (text, form) =>
    !emailLike.test(text)
      ? 'This is not an email address.'
      : !onDomain(form, text) && 'Write an address on the customer’s domain.',
  adminEmail: (text, form) =>
    !emailLike.test(text)
      ? 'This is not an email address.'
      : !onDomain(form, text) && 'Write an address on the customer’s domain.',
  phone: (text) => !/^\+[\d ()./-]{7,}$/.test(text) && 'Write it with + and country code, such as +34600111222.',
  seats: (text) => !/^[1-9]\d{0,4}$/.test(text) && 'Write a whole number, such as 25.',
};

/** What is wrong with what was typed so far; with `all`, also what is still missing. */
export function complaintsOf(form: CustomerForm, all: boolean): Complaints {
  const says: Partial<Record<CustomerField, string>> = {};
  for (const [field, check] of Object.entries(checks) as [
    CustomerField,
    NonNullable<(typeof checks)[CustomerField]>,
  ][]) {
    const text = shownForm(form)[field].trim();
    const wrong = text !== '' && check(text, form);
    if (wrong) says[field] = wrong;
  }
  if (all) for (const field of neededFields(form)) if (!form[field].trim()) says[field] = 'This is needed.';
  return says;
}
