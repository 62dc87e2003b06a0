import type { InstructionsView, PasteView } from '../../src/job/instructions/wire';

/** What the server says about instructions: one person is due, one lacks an account, one was told. */
export const instructionsPage: InstructionsView = {
  lines: [
    {
      person: 'Team!mara',
      name: 'Mara Lindqvist',
      to: 'mara@work.example',
      accounts: 2,
      ready: 2,
      missing: [],
      due: true,
      mark: 'm1',
    },
    {
      person: 'Team!bo',
      name: 'Bo Berg',
      to: 'bo@work.example',
      accounts: 3,
      ready: 2,
      missing: ['not checked yet: bo@b.example'],
      due: false,
      mark: 'm2',
    },
    {
      person: 'Team!cy',
      name: 'Cy Cole',
      to: 'cy@work.example',
      accounts: 1,
      ready: 1,
      missing: [],
      told: { at: '2026-03-02T08:00:00.000Z', by: 'boss@a.example', to: 'cy@work.example', accounts: ['cy@a.example'] },
      due: false,
      mark: 'm3',
    },
  ],
  left: 90,
  group: '',
  changedBy: '',
  changedAt: '',
};

export const pasted: PasteView = {
  redirects: [
    { account: 'a.example', maps: ['mara@a.example,mara@work.example'], addresses: 1, withMailbox: 0 },
    { account: 'b.example', maps: [], addresses: 0, withMailbox: 2 },
  ],
  without: 1,
  mapPage: { path: 'Admin console › Apps › Gmail › Routing', url: 'https://admin.google.com/ac/apps/gmail/routing' },
  accessPage: { path: 'Admin console › Reseller access', url: 'https://admin.google.com/ac/accountsettings' },
  customer: [{ language: 'en', subject: 'Please allow us', text: 'Hello,' }],
};
