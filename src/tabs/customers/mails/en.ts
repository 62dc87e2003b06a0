import type { MailWords } from './words';

/** English, also for every language that there are no words in. */
export const english: MailWords = {
  language: 'en',
  hello: 'Hello,',
  bye: 'If anything is unclear, just reply to this mail.',
  welcome: {
    subject: '{domain}: your Google account is ready, please accept the terms',
    text: 'The Google account for {domain} has been set up. What is left, only you can do:',
  },
  remind: {
    subject: 'Reminder: {domain} still waits for you',
    text: 'What was ordered for {domain} is still waiting for you. What is left, only you can do:',
  },
  confirm: 'Open the mail that Google sent to {administrator} and confirm the address with its link.',
  accept:
    'Sign in at {adminConsole} as {administrator} and accept the agreement “Google Workspace via Reseller”. Until then the services stay suspended.',
  verify:
    'Verify the domain {domain}: Account › Domains › Manage domains. Google may suspend an account whose domain is not verified within 21 days.',
  token: {
    subject: '{domain}: a transfer token for us, please',
    text: 'So that we can look after the Google subscriptions of {domain}, we need a transfer token. A super administrator makes it:\n\n1. Sign in at {tokenPage} (Admin console: Account › Account settings › transfer token).\n2. Enter our public id {publicId} and check that our name is shown.\n3. Generate the token, copy it and send it to us.\n\nIt is valid for 14 to 30 days, so please send it soon. Your data and your accounts stay as they are.',
  },
};
