import type { TeamWords } from './words';

/** English, also for every language that there are no words in. */
export const english: TeamWords = {
  language: 'en',
  subject: 'Your accounts for supporting our customers',
  subjectSoFar: 'Your accounts for supporting our customers, as far as they are ready',
  hello: 'Hello {name},',
  accounts: 'these are your accounts:',
  role: 'role: {role}',
  noRole: 'no role yet',
  notReady: 'not ready yet',
  soFar: 'Not all of them are ready. Still missing: {missing}. You will hear from us when they are.',
  passwords:
    'No passwords stand here. Each first password is handed to you separately, and nobody will ask you for one.',
  portal: {
    title: 'Customer Care Portal',
    text: 'Cases of Google Workspace customers are opened and followed there: {portal}. An account sees only the customers of the reseller domain that it is signed in with. Sign in with the account of the domain that looks after the customer:',
  },
  sees: '{email} sees the customers of {domain}',
  profiles: {
    title: 'Several accounts in one browser',
    text: 'Make a browser profile for each account, named after its domain (in Chrome: your picture at the top right › Add). Several accounts in one profile get mixed up, and the portal shows the customers of the wrong domain.',
  },
  secondStep: {
    title: '2-Step Verification',
    text: 'Switch it on for each account: {twoStep}. Google keeps a security group in each reseller account that requires it of everybody with administrator rights. Whoever was appointed newly has to be added to that group by hand: ask your administrator.',
  },
  group: 'For accounts of {primary} the group is {group}.',
  console: {
    title: 'Admin consoles of customers',
    text: 'They open only for accounts on the primary domain of the reseller, and where the role allows it. With an account on a secondary domain you work in the portal.',
  },
  opens: '{email} is on the primary domain',
  opensNot: '{email} is not: the primary domain is {primary}',
  permission: {
    title: 'Before the first case of a customer',
    text: 'The customer has to allow the reseller’s access. If product type or category of a case cannot be chosen, it is switched off: ask the customer to switch it on.',
  },
  cloud: {
    title: 'Google Cloud',
    text: 'Cases of Google Cloud customers are not opened in this portal but in the Google Cloud console: {cloud}.',
  },
  bye: 'If you did not expect this mail, tell your administrator.',
  customer: {
    subject: 'Please allow us to open support cases for you',
    text: 'Hello,\n\nso that we can open and follow support cases with Google for you, your Google account has to allow our access as your reseller. An administrator switches it on:\n\n1. Sign in at https://admin.google.com.\n2. Open Account › Account settings › Account management › Reseller access.\n3. Tick “Turn on reseller access” and save.\n\nThis opens your Admin console to us as well. It can take up to 24 hours, and you can switch it off again at any time.\n',
  },
};
