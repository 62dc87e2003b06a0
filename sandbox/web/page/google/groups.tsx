import type { GoogleGroup } from '../../wire';

/** Groups, and whom each holds. */
export function Groups({ groups }: { readonly groups: readonly GoogleGroup[] }) {
  if (!groups.length) return null;
  return (
    <div class="card">
      <h2>
        {groups.length} {groups.length === 1 ? 'group' : 'groups'}
      </h2>
      <div class="scrolls" tabIndex={0} role="region" aria-label="Groups">
        <table class="list">
          <thead>
            <tr>
              <th>Address</th>
              <th>Name</th>
              <th>Members</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.email}>
                <td>{group.email}</td>
                <td>
                  {group.name}
                  {group.dynamic && <span class="quiet"> dynamic</span>}
                </td>
                <td>
                  {group.members.map(({ who, role }) => (
                    <div key={who}>
                      {who} {role !== 'member' && <span class="quiet">{role}</span>}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
