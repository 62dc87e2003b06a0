import { useState } from 'preact/hooks';
import type { AccountCopy, Invitation, OtherAdministrators, WaitingAccount } from '../../job/accounts/wire';
import { copyText, saveRows } from '../browser';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { count } from '../words';

function titleOf(seen: OtherAdministrators | null): string {
  if (!seen) return 'Other administrators';
  const { length } = seen.accounts;
  if (!length) return 'No row waits for another administrator';
  return count(length, 'account waits for its administrator', 'accounts wait for their administrators');
}

/** As cells are pasted: a text with a break or a quote goes in quotes. */
function asPasted(rows: AccountCopy['tabs'][number]['rows']): string {
  const cell = (text: string): string => (/[\t\n"]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

function Copy({ copy: { account, tabs }, act }: { copy: AccountCopy } & Pick<PageProps, 'act'>) {
  const paste = async (name: string, rows: AccountCopy['tabs'][number]['rows']) =>
    act.notice(
      (await copyText(asPasted(rows)))
        ? name + ' copied: paste it into cell A1 of the tab ' + name + '.'
        : 'The browser does not let the sidebar copy: download the file.',
    );
  return (
    <ul>
      {tabs.map(({ name, rows }) => (
        <li key={name}>
          {name}: {count(rows.length - 1, 'row')} <Link onClick={() => void paste(name, rows)}>Copy</Link>{' '}
          <Link onClick={() => saveRows(account + ' ' + name + '.csv', rows)}>Download</Link>
        </li>
      ))}
    </ul>
  );
}

function Account({ one, act, pick }: { one: WaitingAccount; pick(email: string): void } & Pick<PageProps, 'act'>) {
  const [copy, keep] = useState<AccountCopy | null>(null);
  return (
    <section>
      <h2>{one.name}</h2>
      <p>
        {count(one.rows, 'row')} on {one.domains.join(', ')}
      </p>
      {one.admins.map(({ email, on }) => (
        <p key={email}>
          <Link onClick={() => pick(email)}>Invite {email}</Link> <span class="sub">was here on {on}</span>
        </p>
      ))}
      {one.admins.length === 0 && <p class="sub">None of its administrators was here yet: write an address below.</p>}
      {one.invited.map(({ email, on, by }) => (
        <p key={email} class="sub">
          {email} was invited on {on} by {by}.
        </p>
      ))}
      <div class="links">
        <Link onClick={() => void act.copyForAccount(one.name).then(keep)}>Copy for another administrator…</Link>
      </div>
      {copy && <Copy copy={copy} act={act} />}
    </section>
  );
}

function Letter({ invitation, state, act }: { invitation: Invitation } & PageProps) {
  const { id, to, subject, text, left, invitedOn } = invitation;
  const footer = (
    <>
      <Button onClick={act.dropInvitation}>Back</Button>
      <Button
        kind="primary"
        onClick={() => void act.sendInvitation(id, invitedOn !== '')}
        disabled={state.busy !== '' || left < 1}
      >
        {invitedOn ? 'Invite once more' : 'Invite'}
      </Button>
    </>
  );
  return (
    <Frame state={state} act={act} title={'Invitation to ' + to} footer={footer}>
      {invitedOn && (
        <Note tone="wait">
          {to} was invited on {invitedOn} already.
        </Note>
      )}
      <p>
        <b>{subject}</b>
      </p>
      <div class="letter">{text}</div>
      <p class="sub">
        Share the spreadsheet with {to} first, as an editor. The mail is sent from your own address.{' '}
        {count(left, 'mail')} left today.
      </p>
    </Frame>
  );
}

/** Whom rows wait for: each account with its rows, and the mail that invites one of its administrators. */
export function Administrators({ state, act }: PageProps) {
  const { administrators: seen, invitation, busy } = state;
  const [email, type] = useState('');
  const [spoken, speak] = useState('English');
  if (invitation) return <Letter invitation={invitation} state={state} act={act} />;
  const languages = seen?.languages ?? [];
  const language = languages.find(({ name }) => name === spoken)?.language ?? 'en';
  const invite = (to: string) => void act.writeInvitation({ account: '', email: to, language });
  const footer = (
    <Button kind="primary" onClick={() => invite(email)} disabled={busy !== '' || email.trim() === ''}>
      Write the invitation
    </Button>
  );
  return (
    <Frame state={state} act={act} title={titleOf(seen)} footer={footer}>
      <Note tone="info">
        Rows of accounts that you do not reach are checked and run by an administrator of theirs, in this same
        spreadsheet. Nobody’s status is written over by anybody else’s check.
      </Note>
      {seen?.accounts.map((one) => (
        <Account key={one.name} one={one} act={act} pick={invite} />
      ))}
      <div class="links">
        <Link onClick={() => void act.startImport('file', { format: 'statuses' })}>Bring statuses back…</Link>
      </div>
      <Field name="administrator" label="Administrator’s address" value={email} onInput={type} kind="email" />
      <Field
        name="language"
        label="Language of the mail"
        value={spoken}
        onInput={speak}
        options={languages.map(({ name }) => name)}
      />
    </Frame>
  );
}
