import { enter } from '../access';
import type { Handler } from '../context';
import { etag } from '../ids';
import { orAbsent } from '../json';
import type { TenantPrivilege } from '../tenant';
import { customerOf } from './roles';

type Resource = GoogleAppsScript.AdminDirectory.Schema.Privilege;

function resource(privilege: TenantPrivilege): Resource {
  const { privilegeName, serviceId, serviceName, isOuScopable, childPrivileges = [] } = privilege;
  const children = orAbsent(childPrivileges.map(resource));
  return {
    kind: 'admin#directory#privilege',
    etag: etag('privilege', privilegeName, serviceId),
    privilegeName,
    serviceId,
    serviceName,
    isOuScopable: isOuScopable ?? false,
    childPrivileges: children,
  };
}

/** `directory.privileges.list`: the tree of all privileges, without pages. */
export const listPrivileges: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  return {
    kind: 'admin#directory#privileges',
    etag: etag('privileges', account.id),
    items: orAbsent(account.privileges.map(resource)),
  };
};
