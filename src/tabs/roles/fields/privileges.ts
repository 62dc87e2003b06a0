import { roleColumn } from './make';

/** What the role allows: words of the Admin console, or names as Google's API has them. */
export const privileges = {
  ...roleColumn.list({
    id: 'privileges',
    header: 'Privileges',
    width: 280,
    synonyms: ['Rights', 'Rechte', 'Berechtigungen', 'Privilegios', 'Privilèges'],
    note: 'What a role that is made allows, separated by commas: View Customers, Access Customers’ Support Cases, a name (USERS_RETRIEVE), or name@serviceId.',
    find: (text) => ({ kind: 'value', value: text }),
    shown: (text) => text,
    kept: (text) => text.toLowerCase(),
  }),
  dash: 'A - does not belong here: a role allows something. Write its privileges, or leave the cell empty.',
};
