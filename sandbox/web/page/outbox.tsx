import { useEffect, useState } from 'preact/hooks';
import type { MailView } from '../wire';
import { getMails } from './server';

/** The mails that the script sent. None leaves this machine. */
export function Outbox({ count }: { readonly count: number }) {
  const [mails, setMails] = useState<readonly MailView[]>([]);
  const [open, setOpen] = useState(0);
  useEffect(() => {
    getMails().then(setMails, () => setMails([]));
  }, [count]);
  const mail = mails[open];
  return (
    <main class="page">
      <header class="page-head">
        <h1>Outbox</h1>
        <p class="quiet">What the script has mailed. Nothing leaves this machine.</p>
      </header>
      {!mail && <p class="empty">No mail yet.</p>}
      {mail && (
        <div class="columns outbox">
          <ol class="mails">
            {mails.map((line, index) => (
              <li key={mails.length - index}>
                <button type="button" aria-current={index === open} onClick={() => setOpen(index)}>
                  <strong>{line.subject}</strong>
                  <span class="quiet">to {line.to}</span>
                </button>
              </li>
            ))}
          </ol>
          <article class="card mail">
            <h2>{mail.subject}</h2>
            <p class="quiet">
              From {mail.from} to {mail.to}, {mail.at.replace('T', ' ').slice(0, 19)}
            </p>
            <pre>{mail.body}</pre>
          </article>
        </div>
      )}
    </main>
  );
}
