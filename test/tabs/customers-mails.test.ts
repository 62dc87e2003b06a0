import { reminderMail, tokenMail, welcomeMail, type MailAbout } from '../../src/tabs/customers/mails';
import { termsText, verifiedText } from '../../src/tabs/customers/customer-state';
import { asSubscription } from '../../src/google/reseller-resources';

const about: MailAbout = {
  language: 'en',
  type: 'domain',
  domain: 'acme.example',
  administrator: 'root@acme.example',
  verified: false,
};
const languages = ['en', 'de', 'es', 'fr'] as const;

describe('mails to customers', () => {
  test.each(languages)('in %s say where to sign in as whom, what to accept and what to verify', (language) => {
    for (const { subject, text } of [welcomeMail({ ...about, language }), reminderMail({ ...about, language })]) {
      expect(subject).toContain('acme.example');
      for (const part of [
        'https://admin.google.com',
        'root@acme.example',
        'Google Workspace via Reseller',
        '1. ',
        '2. ',
        '21',
      ])
        expect(text).toContain(part);
      expect(text).not.toMatch(/3\. |undefined|\{|passwor|contraseña|mot de passe|Kennwort/i);
    }
  });

  test('every language has words of its own, regions and all; others are English', () => {
    const text = (language: string | undefined): string => welcomeMail({ ...about, language }).text;
    expect(new Set(languages.map(text)).size).toBe(4);
    expect([text('es-419'), text('fr-CA'), text('fil'), text(undefined), text('en-GB')]).toEqual([
      text('es'),
      text('fr'),
      text('en'),
      text('en'),
      text('en'),
    ]);
  });

  test('a team confirms its address first and verifies no domain; a verified domain is done with', () => {
    expect(welcomeMail({ ...about, type: 'team' }).text).toMatch(
      /1\. Open the mail that Google sent to root@acme\.example[^]*2\. Sign in/,
    );
    expect(welcomeMail({ ...about, type: 'team' }).text).not.toContain('21 days');
    expect(welcomeMail({ ...about, verified: true }).text).not.toContain('2. ');
  });

  test.each(languages)('in %s the token is asked for with our public id, the way there and its days', (language) => {
    const { subject, text } = tokenMail({ language, domain: 'acme.example', publicId: 'C0resell1' });
    expect(subject).toContain('acme.example');
    for (const part of ['https://admin.google.com/TransferToken', 'C0resell1', '30', '3. '])
      expect(text).toContain(part);
  });
});

describe('our own columns', () => {
  const now = '2026-03-10T09:00:00.000Z';
  const pending = asSubscription({ status: 'SUSPENDED', suspensionReasons: ['OTHER', 'PENDING_TOS_ACCEPTANCE'] });
  const active = asSubscription({ status: 'ACTIVE' });

  test('the terms: nothing ordered, accepted, waiting since', () => {
    expect([
      termsText([], undefined, now),
      termsText([active], undefined, now),
      termsText([active, pending], undefined, now),
    ]).toEqual(['', 'accepted', 'waiting 0 days']);
    expect([
      termsText([pending], '2026-03-09T08:00:00.000Z', now),
      termsText([pending], '2026-03-01T10:00:00.000Z', now),
    ]).toEqual(['waiting 1 day', 'waiting 8 days']);
    expect(
      termsText([asSubscription({ status: 'SUSPENDED', suspensionReasons: ['RESELLER_INITIATED'] })], undefined, now),
    ).toBe('accepted');
  });

  test('the domain: verified, days left of 21 counted from its creation, never below none', () => {
    const left = (created: string): string => verifiedText({ type: 'domain', verified: false, created }, now);
    expect([
      left(''),
      left(now),
      left('2026-03-09T10:00:00.000Z'),
      left('2026-02-18T08:00:00.000Z'),
      left('2025-01-01T00:00:00.000Z'),
    ]).toEqual(['21 days left', '21 days left', '21 days left', '1 day left', '0 days left']);
    expect([
      verifiedText({ type: 'team', verified: false, created: '' }, now),
      verifiedText({ type: 'team', verified: true, created: '' }, now),
    ]).toEqual(['', 'yes']);
  });
});
