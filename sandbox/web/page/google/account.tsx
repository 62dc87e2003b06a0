import type { GoogleAccount, GoogleAct } from '../../wire';
import { Groups } from './groups';
import { People } from './people';

interface AccountProps {
  readonly account: GoogleAccount;
  readonly accounts: readonly GoogleAccount[];
  readonly act: (what: GoogleAct) => void;
}

/** One account: terms, domains, subscriptions, org units, roles, people. */
export function Account({ account, accounts, act }: AccountProps) {
  return (
    <>
      <div class="card">
        <h2>
          {account.name}{' '}
          <span class="quiet">
            {account.id} · {account.kind}
          </span>
        </h2>
        <dl class="facts">
          <dt>Terms of service</dt>
          <dd>
            {account.termsAccepted ? 'accepted' : 'not accepted'}
            {!account.termsAccepted && (
              <button type="button" class="link" onClick={() => act({ kind: 'acceptTerms', account: account.id })}>
                Accept as the customer
              </button>
            )}
          </dd>
          <dt>Domains</dt>
          <dd>
            {account.domains.map((domain) => (
              <Domain key={domain.name} domain={domain} account={account.id} act={act} />
            ))}
          </dd>
          <dt>Org units</dt>
          <dd>{account.orgUnits.join(' · ') || 'only the root'}</dd>
          <dt>Roles</dt>
          <dd>{account.roles.join(' · ') || 'none'}</dd>
          {account.automaticLicensing.length > 0 && (
            <>
              <dt>Automatic licensing</dt>
              <dd>
                {account.automaticLicensing.join(' · ')}
                <button type="button" class="link" onClick={() => act({ kind: 'licenseNobody', account: account.id })}>
                  Turn off
                </button>
              </dd>
            </>
          )}
          <dt>Transfer</dt>
          <dd>
            <TransferToken account={account.id} accounts={accounts} act={act} />
          </dd>
        </dl>
      </div>
      <Subscriptions account={account} />
      <People users={account.users} act={act} />
      <Groups groups={account.groups} />
    </>
  );
}

function Domain({
  domain,
  account,
  act,
}: {
  readonly domain: GoogleAccount['domains'][number];
  readonly account: string;
  readonly act: AccountProps['act'];
}) {
  return (
    <div>
      {domain.name}
      {domain.primary && ' (primary)'}{' '}
      {domain.verified ? <span class="pill ok">verified</span> : <span class="pill wait">not verified</span>}
      {!domain.verified && (
        <button type="button" class="link" onClick={() => act({ kind: 'verifyDomain', account, domain: domain.name })}>
          Verify
        </button>
      )}
    </div>
  );
}

function TransferToken({
  account,
  accounts,
  act,
}: { readonly account: string } & Pick<AccountProps, 'accounts' | 'act'>) {
  const resellers = accounts.filter(({ id, kind }) => id !== account && kind.includes('reseller'));
  if (!resellers.length) return <span class="quiet">no other reseller in this example</span>;
  return (
    <>
      {resellers.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          class="link"
          onClick={() => act({ kind: 'transferToken', account, reseller: id })}
        >
          Make a token for {name}
        </button>
      ))}
    </>
  );
}

function Subscriptions({ account }: { readonly account: GoogleAccount }) {
  if (!account.subscriptions.length) return null;
  return (
    <div class="card">
      <h2>Subscriptions</h2>
      <table class="list">
        <thead>
          <tr>
            <th>Product</th>
            <th>Plan</th>
            <th>Seats</th>
            <th>Status</th>
          </tr>
        </thead>
        <tbody>
          {account.subscriptions.map((line, index) => (
            <tr key={index}>
              <td>{line.sku}</td>
              <td>{line.plan}</td>
              <td>{line.seats}</td>
              <td>{line.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
