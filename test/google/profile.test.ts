import type { JsonObject, Request } from '../../src/engine/request';
import { applyPlanned, applyWrite } from '../../src/google/effects';
import { FactTable } from '../../src/google/fact-table';
import { userFact } from '../../src/google/facts';
import { resourceOf } from '../../src/google/patched-user';
import { asUser, type User } from '../../src/google/resources';

/** What is known of a person's profile, and what an update changes in it. */

const answer = {
  id: '117',
  primaryEmail: 'Ana@shop.example',
  name: { givenName: 'Ana', familyName: 'Ruiz', fullName: 'Ana Ruiz' },
  organizations: [{ title: 'Lead', department: 'Sales', type: 'work', primary: true }],
  phones: [{ type: 'work', value: '+34 600' }],
  customSchemas: { Employment: { number: '4711', site: 'Ghent' } },
  includeInGlobalAddressList: false,
  languages: [{ languageCode: 'es', preference: 'preferred' }],
  etag: '"x"',
};
const fact = userFact('C0shop01', 'ana@shop.example');
const update = (body: JsonObject): Request => ({
  op: 'directory.users.update',
  account: 'C0shop01',
  params: { userKey: 'ana@shop.example' },
  body,
});

/** Ana after an update: as a check plans it, or as a run learns it. */
function anaAfter(how: 'check' | 'run', body: JsonObject): User | undefined {
  const table = new FactTable();
  table.set(fact, asUser(answer));
  if (how === 'check') applyPlanned(table, update(body));
  else applyWrite(table, update(body), undefined);
  return table.valueOf(fact);
}

test("a profile is kept in Google's own shape, without what Google left out and what is nobody's business", () => {
  const { organizations, phones, customSchemas, includeInGlobalAddressList } = answer;
  expect(asUser(answer).more).toEqual({ organizations, phones, customSchemas, includeInGlobalAddressList });
  expect(asUser({ id: '118' }).more).toEqual({});
  expect(asUser({ ...answer, phones: null, gender: () => 'x' }).more).not.toHaveProperty(['phones']);
  expect(asUser({ ...answer, gender: () => 'x' }).more).not.toHaveProperty(['gender']);
});

test("what is known of a user can be read back from Google's shape", () => {
  expect(asUser(resourceOf(asUser(answer)))).toEqual(asUser(answer));
});

describe.each(['check', 'run'] as const)('in a %s', (how) => {
  test('an update changes what it names and leaves the rest as it was', () => {
    const ana = anaAfter(how, { name: { familyName: 'Berg' }, phones: [{ type: 'home', value: '1' }] });
    expect(ana?.name).toEqual({ givenName: 'Ana', familyName: 'Berg' });
    expect(ana?.languages).toEqual(['es']);
    expect(ana?.more).toEqual({ ...asUser(answer).more, phones: [{ type: 'home', value: '1' }] });
  });

  test('lists are replaced as a whole, custom fields one by one, and null clears', () => {
    const { more } = anaAfter(how, {
      organizations: null,
      phones: [],
      customSchemas: { Employment: { site: 'Bruges' }, Fleet: { car: 'none' } },
    }) ?? { more: {} };
    expect(more).not.toHaveProperty(['organizations']);
    expect(more).toMatchObject({
      phones: [],
      customSchemas: { Employment: { number: '4711', site: 'Bruges' }, Fleet: { car: 'none' } },
    });
  });
});
