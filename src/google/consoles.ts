/**
 * Where in Google's consoles an administrator finds what a remedy asks for. Paths as in Google's help pages; all in one
 * place.
 */

/** One page of a console: the clicks that lead there, and its address. */
export interface ConsolePage {
  readonly path: string;
  readonly url: string;
}

/** Pages by what is done there. The Admin console opens for the account of whoever is signed in. */
export const consoles = {
  users: { path: 'Admin console › Directory › Users', url: 'https://admin.google.com/ac/users' },
  userLicences: {
    path: 'Admin console › Directory › Users › the person › Licenses',
    url: 'https://admin.google.com/ac/users',
  },
  orgUnits: { path: 'Admin console › Directory › Organizational units', url: 'https://admin.google.com/ac/orgunits' },
  groups: { path: 'Admin console › Directory › Groups', url: 'https://admin.google.com/ac/groups' },
  adminRoles: { path: 'Admin console › Account › Admin roles', url: 'https://admin.google.com/ac/roles' },
  domains: {
    path: 'Admin console › Account › Domains › Manage domains',
    url: 'https://admin.google.com/ac/domains/manage',
  },
  accountSettings: {
    path: 'Admin console › Account › Account settings › Profile',
    url: 'https://admin.google.com/ac/accountsettings/profile',
  },
  resellerAccess: {
    path: 'Admin console › Account › Account settings › Account management › Reseller access › Turn on reseller access',
    url: 'https://admin.google.com/ac/accountsettings',
  },
  automaticLicensing: {
    path: 'Admin console › Billing › License settings',
    url: 'https://admin.google.com/ac/billing/licensesettings',
  },
  subscriptions: {
    path: 'Admin console › Billing › Subscriptions',
    url: 'https://admin.google.com/ac/billing/subscriptions',
  },
  orderCloudIdentity: {
    path: 'Admin console › Billing › Buy or upgrade › Cloud Identity › Cloud Identity Free › Get started',
    url: 'https://admin.google.com/ac/billing/catalog',
  },
  cloudIdentityUsers: {
    path: 'Admin console › Billing › Subscriptions › Cloud Identity',
    url: 'https://admin.google.com/ac/billing/subscriptions',
  },
  cloudIdentityForm: {
    path: 'Cloud Identity help › About your Cloud Identity Free edition user cap › Request an increase › fill out this form',
    url: 'https://support.google.com/cloudidentity/answer/7295541',
  },
  apiControls: {
    path: 'Admin console › Security › Access and data control › API controls',
    url: 'https://admin.google.com/ac/owl',
  },
  appAccess: {
    path: 'Admin console › Security › Access and data control › API controls › App access control',
    url: 'https://admin.google.com/ac/owl/list?tab=configuredApps',
  },
  vault: { path: 'Google Vault › Matters › Holds', url: 'https://vault.google.com' },
  partnerCustomers: { path: 'Partner Sales Console › Customers', url: 'https://channelservices.cloud.google.com' },
  partnerTerms: {
    path: 'Partner Sales Console › Settings › Terms of Service',
    url: 'https://channelservices.cloud.google.com',
  },
  partnerId: {
    path: 'Partner Sales Console › Settings › Account ID (public identifier)',
    url: 'https://channelservices.cloud.google.com',
  },
  addressMap: {
    path: 'Admin console › Apps › Google Workspace › Gmail › Routing › Email forwarding using recipient address map (top organizational unit) › Configure › Bulk add',
    url: 'https://admin.google.com/ac/apps/gmail/routing',
  },
  transferToken: {
    path: 'Admin console › Account › Account settings › Transfer token',
    url: 'https://admin.google.com/TransferToken',
  },
  scriptEditor: { path: 'Extensions › Apps Script › Editor › Services', url: 'https://script.google.com' },
  cloudApis: {
    path: 'Google Cloud console › APIs & Services › Library',
    url: 'https://console.cloud.google.com/apis/library',
  },
  cloudQuotas: {
    path: 'Google Cloud console › APIs & Services › Enabled APIs › the API › Quotas',
    url: 'https://console.cloud.google.com/apis/dashboard',
  },
  accountPermissions: {
    path: 'Google Account › Security › Your connections to third-party apps & services',
    url: 'https://myaccount.google.com/connections',
  },
  conflictTool: {
    path: 'Admin console › Directory › Users › More options › Transfer tool for unmanaged users',
    url: 'https://admin.google.com/ac/unmanaged',
  },
} as const satisfies Readonly<Record<string, ConsolePage>>;

const apiPages: Readonly<Record<string, string>> = {
  directory: 'https://console.cloud.google.com/apis/library/admin.googleapis.com',
  licensing: 'https://console.cloud.google.com/apis/library/licensing.googleapis.com',
  reseller: 'https://console.cloud.google.com/apis/library/reseller.googleapis.com',
};

/** The page of the Cloud console where an API is switched on, by the first part of an operation id: `directory`. */
export function apiLibraryUrl(api: string): string {
  return apiPages[api] ?? consoles.cloudApis.url;
}
