import type { Fact } from '../engine/procedure';
import { isObject, type Request } from '../engine/request';

/**
 * What lets applications and devices into an account: resources and facts (Directory API "Manage security settings").
 */

/** An application that somebody let in. */
export interface Token {
  readonly clientId: string;
  readonly displayText: string;
}

/** A password of somebody's for one device or mail program. */
export interface Asp {
  readonly codeId: string;
  readonly name: string;
}

/** The applications that a user has let in, by the user's id. */
export const tokensFact = (account: string, userId: string): Fact<readonly Token[]> => ({
  kind: 'tokens',
  account,
  key: userId,
});

/** The application passwords of a user, by the user's id. */
export const aspsFact = (account: string, userId: string): Fact<readonly Asp[]> => ({
  kind: 'asps',
  account,
  key: userId,
});

/** How these facts are read: a list for each person. */
export const accessKinds = {
  tokens: ofUser('directory.tokens.list', { has: ['clientId'], parse: asToken }),
  asps: ofUser('directory.asps.list', { has: ['codeId'], parse: asAsp }),
};

function ofUser(op: string, rest: { readonly has: readonly string[]; parse(value: unknown): unknown }) {
  const request = ({ account, key }: Fact<unknown>): Request => ({ op, account, params: { userKey: key } });
  return { of: 'whole', list: 'items', request, ...rest } as const;
}

function asToken(value: unknown): Token {
  const { clientId, displayText } = isObject(value) ? value : {};
  return { clientId: text(clientId), displayText: text(displayText) };
}

/** The id of an application password is a number. */
function asAsp(value: unknown): Asp {
  const { codeId, name } = isObject(value) ? value : {};
  return { codeId: text(codeId), name: text(name) };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
