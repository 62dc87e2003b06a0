import { Refused } from './gate';
import type { Block, Edit, GoogleAct } from './wire';

/** What pages send, checked field by field. Every function throws `Refused` with status 400 for what does not fit. */

type Body = Readonly<Record<string, unknown>>;

/** A text field; missing means empty. */
export function textOf(body: Body, name: string): string {
  const value = body[name] ?? '';
  if (typeof value !== 'string') throw new Refused(400, `${name} has to be a text.`);
  return value;
}

function numberOf(body: Body, name: string): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new Refused(400, `${name} has to be a whole number.`);
  return value;
}

function listOf<T>(body: Body, name: string, each: (value: unknown) => T): T[] {
  const value = body[name];
  if (!Array.isArray(value)) throw new Refused(400, `${name} has to be a list.`);
  return value.map(each);
}

function blockOf(body: Body): Block {
  return {
    row: numberOf(body, 'row'),
    column: numberOf(body, 'column'),
    rows: numberOf(body, 'rows'),
    columns: numberOf(body, 'columns'),
  };
}

/** An edit of the cells. */
export function editOf(body: Body): Edit {
  const kind = textOf(body, 'kind');
  const sheet = numberOf(body, 'sheet');
  switch (kind) {
    case 'set':
      return { kind, sheet, row: numberOf(body, 'row'), column: numberOf(body, 'column'), text: textOf(body, 'text') };
    case 'paste':
      return {
        kind,
        sheet,
        row: numberOf(body, 'row'),
        column: numberOf(body, 'column'),
        values: listOf(body, 'values', (row) => listOf({ row }, 'row', String)),
      };
    case 'clear':
    case 'select':
      return { kind, sheet, ...blockOf(body) };
    case 'insertRows':
    case 'deleteRows':
      return { kind, sheet, row: numberOf(body, 'row'), rows: numberOf(body, 'rows') };
    case 'sort':
      return { kind, sheet, column: numberOf(body, 'column'), ascending: body['ascending'] === true };
    case 'hideRows':
      return { kind, sheet, rows: listOf(body, 'rows', Number), filter: body['filter'] === true };
    case 'showRows':
      return { kind, sheet };
    default:
      throw new Refused(400, `There is no edit "${kind}".`);
  }
}

/** Something to do inside the simulated Google. */
export function googleActOf(body: Body): GoogleAct {
  const kind = textOf(body, 'kind');
  switch (kind) {
    case 'switch':
      return { kind, name: textOf(body, 'name'), value: textOf(body, 'value') };
    case 'acceptTerms':
      return { kind, account: textOf(body, 'account') };
    case 'signIn':
    case 'enrol':
      return { kind, address: textOf(body, 'address') };
    case 'verifyDomain':
      return { kind, account: textOf(body, 'account'), domain: textOf(body, 'domain') };
    case 'licenseNobody':
      return { kind, account: textOf(body, 'account') };
    case 'transferToken':
      return { kind, account: textOf(body, 'account'), reseller: textOf(body, 'reseller') };
    case 'failNext':
      return { kind, op: textOf(body, 'op'), status: numberOf(body, 'status') };
    default:
      throw new Refused(400, `There is no act "${kind}".`);
  }
}
