import { useCallback, useEffect, useState } from 'preact/hooks';
import type { GoogleAct, GoogleView } from '../../wire';
import { actAtGoogle, getGoogle } from '../server';
import { Account } from './account';
import { Requests } from './requests';
import { Switches } from './switches';

/**
 * Inside the simulated Google: what an administrator would see in several consoles, and what can be made to happen
 * there.
 */
export function GooglePage() {
  const { google, says, act } = useGoogle();
  const [shown, setShown] = useState('');
  if (!google)
    return (
      <main class="page">
        <p class="quiet" role="status">
          {says || 'Looking inside Google…'}
        </p>
      </main>
    );
  const account = google.accounts.find(({ id }) => id === shown) ?? google.accounts[0];
  return (
    <main class="page google">
      <header class="page-head">
        <h1>Inside the simulated Google</h1>
        <p class="quiet">What Google would hold. Nothing here leaves this machine.</p>
      </header>
      <p class="said" role="status">
        {says}
      </p>
      <div class="columns">
        <section class="wide">
          <nav class="chips" aria-label="Accounts">
            {google.accounts.map(({ id, name }) => (
              <button key={id} type="button" aria-pressed={id === account?.id} onClick={() => setShown(id)}>
                {name}
              </button>
            ))}
          </nav>
          {account && <Account key={account.id} account={account} accounts={google.accounts} act={act} />}
        </section>
        <section class="narrow">
          <Requests requests={google.requests} act={act} />
          <Switches switches={google.switches} act={act} />
        </section>
      </div>
    </main>
  );
}

const lookEvery = 1000;

function useGoogle() {
  const [google, setGoogle] = useState<GoogleView | null>(null);
  const [says, setSays] = useState('');
  const look = useCallback(() => {
    getGoogle().then(setGoogle, (error: unknown) => setSays(String(error)));
  }, []);
  useEffect(() => {
    look();
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, []);
  const act = useCallback((what: GoogleAct) => {
    actAtGoogle(what)
      .then(
        (answer) => setSays(answer.says),
        (error: unknown) => setSays(error instanceof Error ? error.message : String(error)),
      )
      .finally(look);
  }, []);
  return { google, says, act };
}
