import { joined, type Format, type Headers, type LeftOut, type Take } from './format';

/**
 * The file of the Admin console for adding and updating people in bulk, and its download of people (Admin Help, "Add or
 * update multiple users from a CSV file"). What is READ ONLY there tells how it is and wishes nothing.
 */
export const googleAdmin: Format = {
  id: 'google-admin',
  label: 'Google Admin console',
  recognises: (headers) => headers.has('Email Address [Required]', 'First Name [Required]', 'Last Name [Required]'),
  takes: (headers, known) => {
    const own = ownTakes(headers);
    // The hash function goes with the password.
    const taken = ['hashFunction', ...own.map(({ column }) => column)];
    return [...own, ...known.filter(({ column }) => !taken.includes(column))];
  },
};

function ownTakes(headers: Headers): readonly Take[] {
  return [
    {
      column: 'password',
      from: [headers.at('Password [Required]'), headers.at('Password Hash Function [UPLOAD ONLY]')],
      make: ([password = '', hashFunction = '']) => passwordOf(password, hashFunction.trim()),
    },
    {
      column: 'secondaryEmail',
      from: [headers.at('Home Secondary Email'), headers.at('Work Secondary Email')],
      make: joined(''),
    },
  ];
}

/** The download has **** in every row: the password of somebody who exists stays as it is. */
function passwordOf(password: string, hashFunction: string): string | LeftOut {
  if (/^\*+$/.test(password.trim()) || password === '') return '';
  if (hashFunction === '') return password;
  return /^(?:sha-?1|md5|crypt)$/i.test(hashFunction)
    ? `{${hashFunction}}${password}`
    : { leftOut: 'Google takes hashes of SHA-1, MD5 and crypt only. The password was left out.' };
}
