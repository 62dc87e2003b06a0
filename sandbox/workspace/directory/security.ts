import type { Context, Handler } from '../context';
import { invalid, notFound } from '../errors';
import { etag } from '../ids';
import { orAbsent } from '../json';
import type { AspRecord, TokenRecord, UserRecord } from '../state';
import { changeableUser, readUser } from './user-lookup';

/**
 * What somebody has let into their account: applications with a token, and devices with a password of their own
 * (Directory API "Manage security settings").
 */

type Token = GoogleAppsScript.AdminDirectory.Schema.Token;
type Asp = GoogleAppsScript.AdminDirectory.Schema.Asp;

/** A token as the Directory API shows it: of its secret there is nothing. */
export function tokenResource(user: UserRecord, { clientId, ...token }: TokenRecord): Token {
  return {
    kind: 'admin#directory#token',
    etag: etag('token', user.id, clientId),
    clientId,
    displayText: token.displayText,
    anonymous: token.anonymous,
    nativeApp: token.nativeApp,
    userKey: user.id,
    scopes: orAbsent(token.scopes),
  };
}

/** An application-specific password as the Directory API shows it: its times are milliseconds, as text. */
export function aspResource(user: UserRecord, { codeId, name, createdAt, usedAt }: AspRecord): Asp {
  return {
    kind: 'admin#directory#asp',
    etag: etag('asp', user.id, codeId),
    codeId,
    name,
    creationTime: String(createdAt),
    lastTimeUsed: String(usedAt),
    userKey: user.id,
  };
}

const shown = (context: Context): UserRecord => readUser(context, context.params['userKey'] ?? '');
const changed = (context: Context): UserRecord => changeableUser(context, context.params['userKey'] ?? '');

function tokenIn(user: UserRecord, { params }: Context): TokenRecord {
  const token = user.tokens?.find(({ clientId }) => clientId === params['clientId']);
  if (!token) throw notFound('Resource Not Found: clientId');
  return token;
}

/** `directory.tokens.list`. The list is absent where there is nothing in it. */
export const listTokens: Handler = (context) => {
  const user = shown(context);
  const { tokens = [] } = user;
  return {
    kind: 'admin#directory#tokenList',
    etag: etag('tokens', user.id, ...tokens.map(({ clientId }) => clientId)),
    items: orAbsent(tokens.map((token) => tokenResource(user, token))),
  };
};

/** `directory.tokens.get`. */
export const getToken: Handler = (context) => {
  const user = shown(context);
  return tokenResource(user, tokenIn(user, context));
};

/** `directory.tokens.delete`: the application is let in no more. Answers nothing. */
export const deleteToken: Handler = (context) => {
  const user = changed(context);
  const gone = tokenIn(user, context);
  user.tokens = user.tokens?.filter((token) => token !== gone) ?? [];
};

function aspIn(user: UserRecord, { params }: Context): AspRecord {
  const codeId = Number(params['codeId']);
  if (!Number.isInteger(codeId)) throw invalid('Invalid Input: codeId');
  const asp = user.asps?.find((known) => known.codeId === codeId);
  if (!asp) throw notFound('Resource Not Found: codeId');
  return asp;
}

/** `directory.asps.list`. The list is absent where there is nothing in it. */
export const listAsps: Handler = (context) => {
  const user = shown(context);
  const { asps = [] } = user;
  return {
    kind: 'admin#directory#aspList',
    etag: etag('asps', user.id, ...asps.map(({ codeId }) => codeId)),
    items: orAbsent(asps.map((asp) => aspResource(user, asp))),
  };
};

/** `directory.asps.get`. */
export const getAsp: Handler = (context) => {
  const user = shown(context);
  return aspResource(user, aspIn(user, context));
};

/** `directory.asps.delete`: the device gets in no more. Answers nothing. */
export const deleteAsp: Handler = (context) => {
  const user = changed(context);
  const gone = aspIn(user, context);
  user.asps = user.asps?.filter((asp) => asp !== gone) ?? [];
};
