/** Fields of a user that are kept and given back as they were sent (Users reference). */

/** Lists, which PATCH cannot clear. */
export const repeatedFields: ReadonlySet<string> = new Set([
  'addresses',
  'emails',
  'externalIds',
  'ims',
  'keywords',
  'languages',
  'locations',
  'organizations',
  'phones',
  'posixAccounts',
  'relations',
  'sshPublicKeys',
  'websites',
]);

/**
 * All of them, lists and others. `languages` stands in the user's record itself; custom fields are merged one by one.
 */
export const keptFields: ReadonlySet<string> = new Set([...repeatedFields, 'gender', 'notes']);
