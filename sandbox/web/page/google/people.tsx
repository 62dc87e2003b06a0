import { useState } from 'preact/hooks';
import type { GoogleAct, GoogleUser } from '../../wire';

const mostPeople = 200;

interface PeopleProps {
  readonly users: readonly GoogleUser[];
  readonly act: (what: GoogleAct) => void;
}

/** The people of an account, deleted ones last; whoever can sign in does so at a press, and turns 2-step on. */
export function People({ users, act }: PeopleProps) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = users.filter((user) =>
    `${user.id} ${user.email} ${user.name} ${user.orgUnit} ${user.licences} ${user.roles} ${user.state}`
      .toLowerCase()
      .includes(wanted),
  );
  return (
    <div class="card">
      <div class="card-head">
        <h2>
          {users.length} {users.length === 1 ? 'user' : 'users'}
        </h2>
        <input
          type="search"
          aria-label="Search users"
          placeholder="Search"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <div class="scrolls" tabIndex={0} role="region" aria-label="Users">
        <table class="list">
          <thead>
            <tr>
              <th>Address</th>
              <th>Name</th>
              <th>Org unit</th>
              <th>Licences</th>
              <th>Roles</th>
              <th>State</th>
              <th>Last sign-in</th>
              <th>2-step</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, mostPeople).map((user) => (
              <Person key={user.id} user={user} act={act} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length > mostPeople && <p class="quiet">{found.length - mostPeople} more; search to find them.</p>}
    </div>
  );
}

function Person({ user, act }: { readonly user: GoogleUser } & Pick<PeopleProps, 'act'>) {
  return (
    <tr>
      <td title={`User ID ${user.id}`}>{user.email}</td>
      <td>{user.name}</td>
      <td>{user.orgUnit}</td>
      <td>{user.licences}</td>
      <td>{user.roles}</td>
      <td>{user.state}</td>
      <td>
        {user.lastSignIn || 'never'}{' '}
        {user.canSignIn && (
          <button type="button" class="link" onClick={() => act({ kind: 'signIn', address: user.email })}>
            Signs in
          </button>
        )}
      </td>
      <td>
        {user.twoStep ? 'on' : 'off'}{' '}
        {user.canSignIn && !user.twoStep && (
          <button type="button" class="link" onClick={() => act({ kind: 'enrol', address: user.email })}>
            Turns it on
          </button>
        )}
      </td>
    </tr>
  );
}
