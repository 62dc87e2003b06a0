import type { InvitationWords } from './words';

/** English, also for every language that there are no words in. */
export const english: InvitationWords = {
  language: 'en',
  name: 'English',
  subject: '{account}: rows of a spreadsheet wait for you ({rows})',
  text: `Hello,

{by} sets up people at Google with a spreadsheet. {rows} of its rows are on {domains}; only an administrator of {account} can check and run them.

1. Open {link} as an administrator of {account}, in a browser profile with that account alone. You have to be able to edit it: if you cannot, ask {by} to share it with you.
2. Choose Seatsheet › Open Seatsheet. Google asks for permissions: to see and manage people, groups, org units, roles and domains of your account, its orders and licences, to work in this spreadsheet, and to send mail as you. Everything is done in your name; nobody else gets your rights.
3. If Google says that it has not verified the app: Advanced › Go to Seatsheet. If it says that the app is blocked: allow it under Admin console › Security › Access and data control › API controls › App access control, or ask {by} for a copy of your rows.
4. Choose Check. You see the rows of {account} alone, and every change before it is made. Nothing is changed until you choose Run.

First passwords that you make wait for you under Hand-off; {by} does not see them.
`,
};
