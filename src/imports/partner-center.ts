import { same, type Format } from './format';
import { nameTakes } from './reading/person-names';

/**
 * Microsoft Partner Center's file of a customer's people (Partner Center, "Import multiple users to a customer
 * account").
 */
export const partnerCenter: Format = {
  id: 'partner-center',
  label: 'Microsoft Partner Center',
  recognises: (headers) => headers.has('Display name', 'Status update') && headers.at('Email', 'Email address') >= 0,
  takes: (headers) => [
    same(headers, 'email', 'Email', 'Email address'),
    ...nameTakes(headers, { first: ['First name'], last: ['Last name'], whole: ['Display name'] }),
  ],
  foreignProducts: true,
};
