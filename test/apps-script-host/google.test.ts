import { evaluate, open } from './bench';
import { operations } from '../../sandbox/workspace/operations';
import type { OperationId } from '../../sandbox/workspace/operations';
import type { Reply } from '../../sandbox/workspace/port';

const refusal = (code: number, reason: string, message: string): Partial<Reply> => ({
  status: code,
  body: { error: { code, message, errors: [{ domain: 'global', reason, message }] } },
});
const bearer = "headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() }, muteHttpExceptions: true";

describe('advanced services', () => {
  const absent: OperationId[] = ['directory.users.signOut'];
  const ids = (Object.keys(operations) as OperationId[]).filter((id) => !absent.includes(id));

  test.each(ids)('%s: body first, then the required parameters, then the rest', (id) => {
    const { call, order, body, query, verb, path } = operations[id];
    const args = [...(body ? [{ name: 'x' }] : []), ...order.map((_name, at) => `p${at}`)];
    const optional = query.find((name) => !order.includes(name)) ?? 'fields';
    const host = open(`function test(args) { return ${call}.apply(null, args); }`, {
      google: () => ({ body: { made: true } }),
    });
    expect(host.call('test', [[...args, { [optional]: 'o' }]])).toEqual({ made: true });
    const [request] = host.google;
    expect(request).toMatchObject({
      method: verb,
      path: order.reduce((filled, name, at) => filled.replace(`{${name}}`, `p${at}`), path),
      as: 'ana@shop.example',
    });
    expect(request?.query).toEqual({
      ...Object.fromEntries(
        order.map((name, at) => [name, `p${at}`] as const).filter(([name]) => query.includes(name)),
      ),
      [optional]: 'o',
    });
    expect(request?.body).toEqual(body ? { name: 'x' } : undefined);
    expect(() => host.call('test', [[...args, {}, {}]])).toThrow('Invalid number of arguments provided.');
    if (args.length > 0)
      expect(() => host.call('test', [args.slice(1)])).toThrow(/Invalid number of arguments|method signature/);
  });

  test.each(absent)('%s is missing from the advanced service, although the API has it', (id) => {
    expect(() => evaluate(`${operations[id].call}('a');`)).toThrow(`${operations[id].call} is not simulated`);
  });

  test('a refusal is an exception with Google’s details; only the first half of its text is in the person’s language', () => {
    const code =
      "try { AdminDirectory.Users.insert({ primaryEmail: 'a@shop.example' }); } catch (e) { return [e instanceof Error, e.name, e.message, e.details, e.details.errors instanceof Array]; }";
    const google = (): Partial<Reply> => refusal(409, 'duplicate', 'Entity already exists.');
    const details = {
      code: 409,
      message: 'Entity already exists.',
      errors: [{ domain: 'global', reason: 'duplicate', message: 'Entity already exists.' }],
    };
    expect(evaluate(code, { google })).toEqual([
      true,
      'GoogleJsonResponseException',
      'API call to directory.users.insert failed with error: Entity already exists.',
      details,
      true,
    ]);
    expect(evaluate(code, { google, errorLanguage: 'es' })).toEqual([
      true,
      'GoogleJsonResponseException',
      'No se ha podido llamar a la API directory.users.insert; error: Entity already exists.',
      details,
      true,
    ]);
  });

  test('refusals in plain text have a code and no reason', () => {
    const google = (): Partial<Reply> => ({ status: 403, body: 'Request rate higher than configured.' });
    expect(evaluate("try { AdminDirectory.Users.get('a'); } catch (e) { return e.details; }", { google })).toEqual({
      code: 403,
      message: 'Request rate higher than configured.',
    });
  });

  test('no answer is an exception without details', () => {
    expect(
      evaluate(
        "try { AdminDirectory.Users.get('a'); } catch (e) { return [e.name, e.message, e.details === undefined]; }",
        { google: () => ({ status: 0 }) },
      ),
    ).toEqual(['Exception', 'API call to directory.users.get failed with error: Empty response', true]);
  });

  test('an operation that gives nothing gives undefined', () => {
    expect(
      evaluate("return AdminDirectory.Users.remove('a') === undefined;", {
        google: () => ({ status: 204, body: undefined }),
      }),
    ).toBe(true);
  });

  test('the answer is the script’s own', () => {
    expect(
      evaluate("return AdminDirectory.Users.list({ customer: 'my_customer' }).users instanceof Array;", {
        google: () => ({ body: { users: [] } }),
      }),
    ).toBe(true);
  });

  test('slashes of an org unit’s path stay, everything else is encoded; a leading slash reaches Google', () => {
    const host = open("function get(path) { AdminDirectory.Orgunits.get('C1', path); }");
    host.call('get', ['Sales & more/North']);
    host.call('get', ['/Sales']);
    host.call('get', [['Sales', 'North']]);
    expect(host.google.map((call) => call.path.split('orgunits/')[1])).toEqual([
      'Sales%20%26%20more/North',
      '/Sales',
      'Sales/North',
    ]);
  });

  test.each([
    ['', 'Expected 1-2 only'],
    ["'a', {}, {}", 'Expected 1-2 only'],
    ["'a', { nope: 1 }", 'has no optional parameter "nope"'],
    ["'a', { projection: null }", 'Unknown Error'],
    ['{}', "don't match the method signature"],
  ])('wrong arguments (%s) are refused', (args, text) => {
    expect(() => evaluate(`AdminDirectory.Users.get(${args});`)).toThrow(text);
  });
});

describe('UrlFetchApp', () => {
  const users = 'https://admin.googleapis.com/admin/directory/v1/users';

  test('a request reaches Google as its path, query and JSON, under the token’s person', () => {
    const host = open(
      `function send() { const reply = UrlFetchApp.fetch('${users}?resolveConflictAccount=true', { method: 'post', contentType: 'application/json', payload: JSON.stringify({ primaryEmail: 'a' }), ${bearer} });
      return [reply.getResponseCode(), reply.getContentText(), reply.getHeaders()['X']]; }`,
      { google: () => ({ status: 200, body: { id: '1' }, headers: { X: 'y' } }) },
    );
    expect(host.call('send')).toEqual([200, '{"id":"1"}', 'y']);
    expect(host.google[0]).toMatchObject({
      method: 'POST',
      path: '/admin/directory/v1/users',
      query: { resolveConflictAccount: 'true' },
      body: { primaryEmail: 'a' },
      as: 'ana@shop.example',
    });
  });

  test('answers come in the order of the requests', () => {
    const host = open(
      `function send() { return UrlFetchApp.fetchAll(['a', 'b', 'c'].map((key) => ({ url: '${users}/' + key, ${bearer} }))).map((reply) => reply.getContentText()); }`,
      { google: ({ path }) => ({ body: path.slice(-1) }) },
    );
    expect(host.call('send')).toEqual(['a', 'b', 'c']);
  });

  test('one request without an answer loses the whole wave, although the others were carried out', () => {
    const host = open(
      `function send() { UrlFetchApp.fetchAll(['a', 'b', 'c'].map((key) => ({ url: '${users}/' + key, method: 'delete', ${bearer} }))); }`,
      { google: ({ path }) => ({ status: path.endsWith('b') ? 0 : 204 }) },
    );
    expect(() => host.call('send')).toThrow(`Address unavailable: ${users}/b`);
    expect(host.google).toHaveLength(3);
  });

  test('without muteHttpExceptions a refusal throws', () => {
    const code = (mute: boolean): string =>
      `return UrlFetchApp.fetch('${users}/a', { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() }, muteHttpExceptions: ${String(mute)} }).getResponseCode();`;
    const google = (): Partial<Reply> => refusal(404, 'notFound', 'Resource Not Found: userKey');
    expect(evaluate(code(true), { google })).toBe(404);
    expect(() => evaluate(code(false), { google })).toThrow(
      'Request failed for https://admin.googleapis.com returned code 404. Truncated server response: {"error"',
    );
  });

  test('without a token of ours Google does not know who asks', () => {
    const code = (header: string): string =>
      `return UrlFetchApp.fetch('${users}/a', { headers: ${header}, muteHttpExceptions: true }).getResponseCode();`;
    expect([evaluate(code('{}')), evaluate(code("{ Authorization: 'Bearer forged' }"))]).toEqual([401, 401]);
  });

  test('a JSON text that is sent as a form is no JSON to Google', () => {
    expect(
      evaluate(
        `return JSON.parse(UrlFetchApp.fetch('${users}', { method: 'post', payload: '{}', ${bearer} }).getContentText()).error.errors[0].reason;`,
      ),
    ).toBe('parseError');
  });

  test.each([
    ['https://example.com/', 'urlFetchWhitelist does not list it'],
    [`https://admin.googleapis.com/${'x'.repeat(2100)}`, 'Limit Exceeded: URLFetch URL Length.'],
  ])('%.40s is refused', (url, text) => {
    expect(() => evaluate(`UrlFetchApp.fetch('${url}');`)).toThrow(text);
  });

  test('a whitelist entry may begin with *., and without a whitelist only hosts that exist answer', () => {
    const wild = {
      oauthScopes: ['https://www.googleapis.com/auth/script.external_request'],
      urlFetchWhitelist: ['https://*.googleapis.com/admin/'],
    };
    expect(
      evaluate(`return UrlFetchApp.fetch('${users}', { muteHttpExceptions: true }).getResponseCode();`, {
        manifest: wild,
      }),
    ).toBe(401);
    expect(() => evaluate("UrlFetchApp.fetch('https://admin.googleapis.com/other');", { manifest: wild })).toThrow(
      'urlFetchWhitelist does not list it',
    );
    expect(() => evaluate("UrlFetchApp.fetch('https://example.com/');", { manifest: {} })).toThrow(
      'DNS error: https://example.com/',
    );
  });

  test('options and methods that do not exist are named', () => {
    expect(() => evaluate(`UrlFetchApp.fetch('${users}', { retries: 3 });`)).toThrow(
      'option "retries" is not simulated',
    );
    expect(() => evaluate(`UrlFetchApp.fetch('${users}', { method: 'head' });`)).toThrow(
      'Attribute provided with invalid value: method',
    );
  });

  test('the day’s calls run out, each request of a wave counted', () => {
    const state = { quotas: { 'urlFetch ana@shop.example': { since: Date.UTC(2026, 2, 2, 11), used: 99_999 } } };
    const fetches = (count: number): string =>
      `return UrlFetchApp.fetchAll(Array.from({ length: ${count} }, () => ({ url: '${users}', ${bearer} }))).length;`;
    expect(evaluate(fetches(1), { state })).toBe(1);
    expect(() => evaluate(fetches(2), { state })).toThrow('Service invoked too many times for one day: urlfetch.');
    expect(
      evaluate(fetches(2), {
        state: { quotas: { 'urlFetch ana@shop.example': { since: Date.UTC(2026, 2, 1, 11), used: 99_999 } } },
      }),
    ).toBe(2);
  });

  test('a batch goes to whoever answers batches, whose parts count as requests', () => {
    const host = open(
      `function send() { return UrlFetchApp.fetch('https://reseller.googleapis.com/batch', { method: 'post', contentType: 'multipart/mixed; boundary=b', payload: '--b--', ${bearer} }).getContentText(); }`,
      {
        batch: (workspace, batch) => {
          workspace.handleAll([{ method: 'POST', path: '/apps/reseller/v1/customers', query: {}, as: batch.as }]);
          return { status: 200, contentType: batch.contentType, body: batch.body };
        },
      },
    );
    const effects: unknown[] = [];
    host.onEffect = (effect) => effects.push(effect);
    expect(host.call('send')).toBe('--b--');
    expect(host.google).toHaveLength(1);
    expect(effects).toEqual([
      { kind: 'google', when: 'before', n: 1 },
      { kind: 'google', when: 'after', n: 1 },
    ]);
  });
});
