import { openDesk, type TestDesk } from '../sandbox-desk';
import { account, person } from '../users/shop';

/** A spreadsheet with people of two accounts, each with an administrator of its own. */

export const ada = 'admin@shop.example';
export const rita = 'rita@rival.example';

export const tenant = {
  signedInAs: ada,
  accounts: [
    account(),
    {
      customer: { id: 'C0rival1', customerDomain: 'rival.example' },
      domains: [
        { domainName: 'rival.example', isPrimary: true, verified: true },
        { domainName: 'rival.test', isPrimary: false, verified: true },
      ],
      users: [person(rita, 'Rita Val', { isAdmin: true })],
    },
  ],
};

export const row = (email: string, more: Record<string, string> = {}) => ({
  Email: email,
  'First name': 'Pat',
  'Last name': 'Lee',
  ...more,
});

export const users = [row('a@shop.example'), row('b@rival.example'), row('c@rival.test'), row('d@shop.example')];

export const statuses = (desk: TestDesk) => desk.rows().map(({ Status }) => Status);

/** Rita has looked around once, so that everybody knows of her account; then Ada sits at the desk. */
export function openTwo(more: Partial<Parameters<typeof openDesk>[0]> = {}): TestDesk {
  const desk = openDesk({ tenant, users, ...more });
  desk.host.become(rita);
  desk.host.call('getStartPage', [], 'sidebar');
  desk.host.become(ada);
  return desk;
}
