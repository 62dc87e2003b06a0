import { isObject, isTexts } from '../../engine/request';
import { documentStore } from '../keeping/stores';
import type { Told } from './wire';

/**
 * Whom instructions were sent to, for everybody at the spreadsheet: a second administrator does not send them again. A
 * property for each person, so that two who send at once write over nothing of each other's.
 */

const prefix = 'instructions:';

function isTold(value: unknown): value is Told {
  return (
    isObject(value) &&
    ['at', 'by', 'to'].every((name) => typeof value[name] === 'string') &&
    Array.isArray(value.accounts) &&
    value.accounts.every((one) => typeof one === 'string')
  );
}

/** What a person was told last. */
export function toldOf(person: string): Told | undefined {
  return documentStore().steady(`${prefix}${person}`, isTold);
}

/** Remembers it; undefined forgets it. */
export function noteTold(person: string, told: Told | undefined): void {
  if (told) documentStore().set(`${prefix}${person}`, told);
  else documentStore().remove(`${prefix}${person}`);
}

/** Google's security group of an account, with who wrote it down. */
export interface SecurityGroup {
  readonly group: string;
  readonly changedBy: string;
  readonly changedAt: string;
}

function isGroup(value: unknown): value is SecurityGroup & Readonly<Record<string, string>> {
  return isTexts(value) && ['group', 'changedBy', 'changedAt'].every((name) => value[name] !== undefined);
}

const groupName = (account: string): string => `securityGroup:${account}`;

/**
 * The group that Google keeps in a reseller account for 2-step verification of administrators. Its address is not
 * published (support.google.com/channelservices/answer/12857893), so an administrator writes it down.
 */
export function securityGroup(account: string): SecurityGroup {
  return documentStore().steady(groupName(account), isGroup) ?? { group: '', changedBy: '', changedAt: '' };
}

/** Writes it down, '' for none. */
export function noteSecurityGroup(account: string, group: SecurityGroup): void {
  documentStore().set(groupName(account), group);
}
