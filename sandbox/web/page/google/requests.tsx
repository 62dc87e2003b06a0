import { useState } from 'preact/hooks';
import type { GoogleAct, RequestView } from '../../wire';

/** The latest requests, newest first, and a way to make the next one fail. */
export function Requests({
  requests,
  act,
}: {
  readonly requests: readonly RequestView[];
  readonly act: (what: GoogleAct) => void;
}) {
  return (
    <div class="card">
      <h2>Latest requests</h2>
      <FailNext act={act} />
      {!requests.length && <p class="quiet">None yet.</p>}
      <ol class="requests" tabIndex={0} aria-label="Requests, newest first">
        {requests.map((request, index) => (
          <li key={requests.length - index}>
            <span
              class={`pill ${request.status < 300 ? 'ok' : request.status < 500 && request.status !== 429 ? 'wait' : 'stop'}`}
            >
              {request.status}
            </span>
            <div>
              <code>{request.op}</code>
              <div class="quiet">
                {[request.about, request.reason, request.lane && `lane ${request.lane}`].filter(Boolean).join(' · ')}
              </div>
            </div>
            <time class="quiet">{request.at.slice(11, 19)}</time>
          </li>
        ))}
      </ol>
    </div>
  );
}

const statuses = [403, 404, 409, 429, 500, 503];
const operations = [
  'directory.users.insert',
  'licensing.licenseAssignments.insert',
  'directory.orgunits.insert',
  'directory.roleAssignments.insert',
  'directory.groups.insert',
  'directory.members.insert',
  'reseller.customers.insert',
  'reseller.subscriptions.insert',
];

function FailNext({ act }: { readonly act: (what: GoogleAct) => void }) {
  const [status, setStatus] = useState(503);
  const [op, setOp] = useState(operations[0] ?? '');
  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        act({ kind: 'failNext', op, status });
      }}
    >
      <label>
        Fail the next
        <select value={op} onChange={(event) => setOp(event.currentTarget.value)}>
          {operations.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        with
        <select value={status} onChange={(event) => setStatus(Number(event.currentTarget.value))}>
          {statuses.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </label>
      <button type="submit">Arm</button>
    </form>
  );
}
