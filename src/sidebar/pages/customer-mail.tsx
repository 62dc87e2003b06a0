import { copyText } from '../browser';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { count } from '../words';

/** A mail to a customer: read first, then sent or copied. */
export function CustomerMailPage({ state, act }: PageProps) {
  const { mail, busy } = state;
  if (!mail) return <Frame state={state} act={act} title="No mail" />;
  const { id, to, subject, text, left } = mail;
  const copy = async () =>
    act.notice(
      (await copyText(subject + '\n\n' + text))
        ? 'Copied.'
        : 'The browser does not let the sidebar copy: select the text and copy it.',
    );
  const footer = (
    <>
      <Button onClick={act.backToCustomers}>Back</Button>
      <Button kind="primary" onClick={() => void act.sendMail(id)} disabled={busy !== '' || left < 1}>
        Send
      </Button>
    </>
  );
  return (
    <Frame state={state} act={act} title={'Mail to ' + to} footer={footer}>
      <p>
        <b>{subject}</b>
      </p>
      <div class="letter">{text}</div>
      <div class="links">
        <Link onClick={() => void copy()}>Copy</Link>
      </div>
      {left < 1 ? (
        <Note tone="wait">Today’s mails are used up: copy the text, or send it tomorrow.</Note>
      ) : (
        <p class="sub">It is sent from your own address. {count(left, 'mail')} left today.</p>
      )}
    </Frame>
  );
}
