import type { PasteView, RedirectMap } from '../../job/instructions/wire';
import type { Act } from '../act';
import { copyText } from '../browser';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { count, figure } from '../words';

const languages: Readonly<Record<string, string>> = { en: 'English', de: 'German', es: 'Spanish', fr: 'French' };

async function copy(act: Act, text: string, said: string): Promise<void> {
  const copied = await copyText(text);
  act.notice(copied ? said : 'The browser does not let the sidebar copy: fill the tab of the report Mail redirect.');
}

function Where({ page }: { page: PasteView['mapPage'] }) {
  return (
    <div class="sub">
      <a href={page.url} target="_blank" rel="noreferrer">
        {page.path}
      </a>
    </div>
  );
}

function Map({ map, act }: { map: RedirectMap; act: Act }) {
  const { account, maps, addresses, withMailbox } = map;
  return (
    <li>
      <div class="what">
        {account}: {addresses ? count(addresses, 'line') : 'no address needs it'}
      </div>
      {withMailbox > 0 && (
        <div class="sub">
          {count(withMailbox, 'account has a mailbox', 'accounts have a mailbox')} already: no map needed.
        </div>
      )}
      {maps.map((text, at) => (
        <Link
          key={at}
          onClick={() =>
            void copy(act, text, 'Copied: paste it under Bulk add as an administrator of ' + account + '.')
          }
        >
          {'Copy ' + (maps.length > 1 ? 'map ' + figure(at + 1) : 'the map') + ' of ' + account}
        </Link>
      ))}
    </li>
  );
}

/** What no API does: lists and texts to paste. */
export function Paste({ state, act }: PageProps) {
  const { paste } = state;
  const footer = <Button onClick={() => void act.showInstructionsPage()}>Back</Button>;
  if (!paste) return <Frame state={state} act={act} title="To paste elsewhere" footer={footer} />;
  return (
    <Frame state={state} act={act} title="To paste elsewhere" footer={footer}>
      <h2>Mail redirect</h2>
      <p>
        Accounts of Cloud Identity have no mailbox. A map in each Google account sends their mail to the work address.
      </p>
      <Where page={paste.mapPage} />
      <ul>
        {paste.redirects.map((map) => (
          <Map key={map.account} map={map} act={act} />
        ))}
      </ul>
      {!paste.redirects.length && <Note tone="info">Nobody has an account and a work address.</Note>}
      {paste.without > 0 && (
        <Note tone="wait">
          {count(paste.without, 'person has', 'people have')} no work address: nothing redirects their mail.
        </Note>
      )}
      <h2>Permission of customers</h2>
      <p>
        Cases on behalf of a customer need its permission. If product type or category of a case cannot be chosen, it is
        switched off. Only the customer can switch it on:
      </p>
      <Where page={paste.accessPage} />
      <div class="links">
        {paste.customer.map(({ language, subject, text }) => (
          <Link key={language} onClick={() => void copy(act, subject + '\n\n' + text, 'Copied.')}>
            {'Copy the text in ' + (languages[language] ?? language)}
          </Link>
        ))}
      </div>
    </Frame>
  );
}
