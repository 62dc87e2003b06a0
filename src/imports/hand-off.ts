import { same, type Format, type LeftOut } from './format';
import { nameTakes } from './reading/person-names';

/** The file of first passwords that hand-off saves. The passwords go into the vault and never into a cell. */
export const handOff: Format = {
  id: 'hand-off',
  label: 'Our hand-off',
  recognises: (headers) => headers.has('Email', 'First password'),
  takes: (headers) => [
    { column: 'email', from: [headers.at('Email')], make: ([text = '']) => withoutApostrophe(text) },
    ...nameTakes(headers, { first: ['First name'], last: ['Last name'], whole: ['Name'] }),
    { column: 'password', from: [headers.at('First password')], make: ([text = '']) => passwordOf(text) },
    same(headers, 'recoveryEmail', 'Recovery email'),
  ],
};

/** Hand-off keeps what begins like a formula text with an apostrophe in front. */
function withoutApostrophe(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, '');
}

/** What stands where a password would have become a formula: now, and in files that were saved before. */
const notThere = ['(not here: it begins like a formula)', '(shown in the sidebar only'];

function passwordOf(text: string): string | LeftOut {
  return notThere.some((says) => text.startsWith(says))
    ? { leftOut: 'This file does not hold the password. Copy it from Hand-off… in the sidebar.' }
    : text;
}
