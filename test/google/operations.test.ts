import { operations } from '../../sandbox/workspace/operations';
import { allOperations, hosts, isOperationId, type Operation } from '../../src/google/operations';
import { partsOf } from '../../src/google/proofs';
import { callOfficially } from './official-client';
import { interfacesOf, overloadsOf, propertiesOf, typeOf } from './official-types';

/** Those that the product sends, and those that only the sandbox knows. */
const all: readonly (readonly [id: string, operation: Operation])[] = Object.entries(operations);

const clientTypes = {
  directory: interfacesOf('googleapis/build/src/apis/admin/directory_v1.d.ts'),
  licensing: interfacesOf('googleapis/build/src/apis/licensing/v1.d.ts'),
  reseller: interfacesOf('googleapis/build/src/apis/reseller/v1.d.ts'),
};

const scriptTypes = new Map([
  ...interfacesOf('@types/google-apps-script/apis/directory_v1.d.ts'),
  ...interfacesOf('@types/google-apps-script/apis/licensing_v1.d.ts'),
  ...interfacesOf('@types/google-apps-script/apis/reseller_v1.d.ts'),
]);

function pathParameters(operation: Operation): readonly string[] {
  return [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** The official client's declaration of an operation's parameters. */
function clientParameters(id: string, operation: Operation): readonly string[] {
  const wanted = `Params$Resource$${id.split('.').slice(1).join('$')}`.toLowerCase();
  const entry = [...clientTypes[operation.api]].find(([name]) => name.split('.').pop()?.toLowerCase() === wanted);
  if (!entry) throw new Error(`The official client declares no parameters for ${id}.`);
  return propertiesOf(entry[1]);
}

/** The overloads of `AdminDirectory.Users.Aliases.insert` in the Apps Script types. */
function scriptOverloads(call: string): readonly (readonly string[])[] {
  const [service = '', ...path] = call.split('.');
  const method = path.pop() ?? '';
  let holder = scriptTypes.get(`GoogleAppsScript.${service}`);
  for (const name of path)
    holder = holder && scriptTypes.get(`GoogleAppsScript.${typeOf(holder, name).replace(/ \| undefined$/, '')}`);
  if (!holder) throw new Error(`The Apps Script types have no ${call}.`);
  return overloadsOf(holder, method);
}

describe('the official client agrees on', () => {
  test.each(all)('%s: verb, path and where each parameter goes', async (id, operation) => {
    const path = pathParameters(operation);
    const values = Object.fromEntries([...path, ...operation.query].map((name) => [name, `the-${name}`]));
    const sent = await callOfficially(id, operation.body ? { ...values, requestBody: { some: 'body' } } : values);
    expect(sent).toEqual({
      verb: operation.verb,
      url: hosts[operation.api] + operation.path.replace(/\{(\w+)\}/g, 'the-$1'),
      query: Object.fromEntries(operation.query.map((name) => [name, `the-${name}`])),
      body: operation.body ? { some: 'body' } : undefined,
    });
  });

  test.each(all)('%s: the names of all parameters, and whether there is a body', (id, operation) => {
    const ours = [...pathParameters(operation), ...operation.query, ...(operation.body ? ['requestBody'] : [])];
    expect([...clientParameters(id, operation)].sort()).toEqual([...ours].sort());
  });

  test.each(all.filter(([, operation]) => operation.order.length > 0))(
    '%s: what is required, in its order',
    async (id, operation) => {
      await expect(callOfficially(id, {})).rejects.toThrow(
        `Missing required parameters: ${operation.order.join(', ')}`,
      );
    },
  );

  test.each(all.filter(([, operation]) => operation.order.length === 0))('%s: nothing is required', async (id) => {
    await expect(callOfficially(id, {})).resolves.toBeDefined();
  });
});

describe('the Apps Script types agree on', () => {
  /** Methods of the APIs that the types lack; they go over HTTP. */
  const missing = ['directory.users.signOut'];

  test.each(all.filter(([id]) => !missing.includes(id)))(
    '%s: the call and the order of its arguments',
    (_, operation) => {
      const overloads = scriptOverloads(operation.call);
      const expected = [...(operation.body ? ['resource'] : []), ...operation.order];
      expect(overloads.map((names) => names.join())).toContain(expected.join());
    },
  );

  test('which methods they do not have', () => {
    expect(all.filter(([, operation]) => scriptOverloads(operation.call).length === 0).map(([id]) => id)).toEqual(
      missing,
    );
  });
});

test('the sandbox takes every operation that the product sends as the product has it', () => {
  expect(operations).toMatchObject(allOperations());
});

test('an operation is known by its id and by nothing else', () => {
  expect(isOperationId('directory.users.insert')).toBe(true);
  expect(isOperationId('directory.users.purge')).toBe(false);
  expect(isOperationId('toString')).toBe(false);
});

test('required query parameters are query parameters', () => {
  for (const [id, operation] of all) {
    const inQuery = operation.order.filter((name) => !pathParameters(operation).includes(name));
    expect([id, inQuery.every((name) => operation.query.includes(name))]).toEqual([id, true]);
  }
});

test('each operation that is sent belongs to one part of Google that is proved before a plan is approved', () => {
  const parts = Object.keys(allOperations()).map((id) => [id, partsOf([id]).length]);
  expect(parts.filter(([, count]) => count !== 1)).toEqual([]);
});
