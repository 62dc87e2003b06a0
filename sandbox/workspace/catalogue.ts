/**
 * Products and SKUs that the simulated Google sells and licenses. Sources: License Manager "Product and SKU IDs",
 * Reseller API "Product and SKU IDs", and GAM's SKU table for ids that Google's pages leave out.
 */

/** One SKU. `orderable`: on the Reseller API's product page. */
export interface Sku {
  readonly productId: string;
  readonly skuId: string;
  readonly name: string;
  readonly orderable: boolean;
}

type Line = readonly [skuId: string, name: string, notOrderable?: true];

const products: Readonly<Record<string, readonly Line[]>> = {
  'Google-Apps': [
    ['1010020027', 'Google Workspace Business Starter'],
    ['1010020028', 'Google Workspace Business Standard'],
    ['1010020025', 'Google Workspace Business Plus'],
    ['1010060003', 'Google Workspace Enterprise Essentials'],
    ['1010060005', 'Google Workspace Enterprise Essentials Plus'],
    ['1010060001', 'Google Workspace Essentials'],
    ['1010020029', 'Google Workspace Enterprise Starter'],
    ['1010020026', 'Google Workspace Enterprise Standard'],
    ['1010020020', 'Google Workspace Enterprise Plus'],
    ['1010020030', 'Google Workspace Frontline Starter'],
    ['1010020031', 'Google Workspace Frontline Standard'],
    ['1010020034', 'Google Workspace Frontline Plus'],
    ['1010020035', 'Google Workspace Business Continuity'],
    ['1010020036', 'Google Workspace Business Continuity Plus'],
    ['Google-Apps-Unlimited', 'G Suite Business'],
    ['Google-Apps-For-Business', 'G Suite Basic'],
    ['Google-Apps-Lite', 'G Suite Lite'],
    ['Google-Apps-For-Postini', 'Google Apps Message Security', true],
    ['Google-Apps-For-Nonprofits', 'Google Workspace for Nonprofits', true],
    ['Google-Apps-For-Education', 'Google Workspace for Education - Fundamentals', true],
    ['1010070001', 'Google Workspace for Education Fundamentals', true],
    ['1010070004', 'Google Workspace for Education Gmail Only', true],
    ['Google-Apps', 'G Suite Legacy', true],
    ['Google-Apps-For-Government', 'Google Workspace Government', true],
  ],
  '101047': [
    ['1010470001', 'Gemini Enterprise'],
    ['1010470002', 'Gemini Labs'],
    ['1010470003', 'Gemini Business'],
    ['1010470006', 'AI Security'],
    ['1010470007', 'AI Meetings and Messaging'],
    ['1010470008', 'AI Ultra Access'],
    ['1010470009', 'AI Expanded Access'],
    ['1010470004', 'Google AI Pro for Education', true],
    ['1010470005', 'Gemini Education Premium', true],
  ],
  '101068': [['1010680001', 'Gemini Enterprise Business Edition', true]],
  '101031': [
    ['1010310005', 'Google Workspace for Education Standard', true],
    ['1010310006', 'Google Workspace for Education Standard (Staff)', true],
    ['1010310007', 'Google Workspace for Education Standard (Extra Student)', true],
    ['1010310008', 'Google Workspace for Education Plus', true],
    ['1010310009', 'Google Workspace for Education Plus (Staff)', true],
    ['1010310010', 'Google Workspace for Education Plus (Extra Student)', true],
    ['1010310002', 'Google Workspace for Education Plus - Legacy', true],
    ['1010310003', 'Google Workspace for Education Plus - Legacy (Student)', true],
  ],
  '101037': [['1010370001', 'Google Workspace for Education: Teaching and Learning Upgrade', true]],
  '101034': [
    ['1010340001', 'Google Workspace Enterprise Plus - Archived User'],
    ['1010340002', 'G Suite Business - Archived User'],
    ['1010340003', 'Google Workspace Business Plus - Archived User'],
    ['1010340004', 'Google Workspace Enterprise Standard - Archived User'],
    ['1010340005', 'Google Workspace Business Starter - Archived User'],
    ['1010340006', 'Google Workspace Business Standard - Archived User'],
    ['1010340007', 'Google Workspace for Education Fundamentals - Archived User', true],
  ],
  '101038': [
    ['1010380001', 'AppSheet Core'],
    ['1010380002', 'AppSheet Enterprise Standard'],
    ['1010380003', 'AppSheet Enterprise Plus'],
  ],
  '101054': [['1010540001', 'AppSheet User Pass']],
  'Google-Vault': [
    ['Google-Vault', 'Google Vault'],
    ['Google-Vault-Former-Employee', 'Google Vault - Former Employee', true],
  ],
  '101001': [['1010010001', 'Cloud Identity Free']],
  '101005': [['1010050001', 'Cloud Identity Premium']],
  '101052': [['1010520001', 'Google Chat Interoperability', true]],
  '101033': [
    ['1010330003', 'Google Voice Starter', true],
    ['1010330004', 'Google Voice Standard', true],
    ['1010330002', 'Google Voice Premier', true],
    ['1010330005', 'Google Voice SIP Link Standard', true],
    ['1010330006', 'Google Voice SIP Link Premier', true],
  ],
  '101039': [
    ['1010390001', 'Assured Controls', true],
    ['1010390002', 'Assured Controls Plus', true],
  ],
  '101040': [['1010400001', 'Chrome Enterprise Premium', true]],
  'Google-Chrome-Device-Management': [['Google-Chrome-Device-Management', 'Chrome Enterprise']],
  'Google-Drive-storage': ['20GB', '50GB', '200GB', '400GB', '1TB', '2TB', '4TB', '8TB', '16TB'].map(
    (size): Line => [`Google-Drive-storage-${size}`, `Google Drive storage ${size}`],
  ),
  '101050': [
    ['1010500001', 'Colab Pro'],
    ['1010500002', 'Colab Pro+'],
  ],
  '101035': [['1010350001', 'Cloud Search', true]],
  '101036': [['1010360001', 'Google Meet Global Dialing', true]],
  '101043': [['1010430001', 'Google Workspace Additional Storage', true]],
  '101049': [['1010490001', 'Endpoint Education Upgrade', true]],
};

/** Every SKU by its id. */
export const catalogue: ReadonlyMap<string, Sku> = new Map(
  Object.entries(products).flatMap(([productId, lines]) =>
    lines.map(([skuId, name, notOrderable]): [string, Sku] => [
      skuId,
      { productId, skuId, name, orderable: !notOrderable },
    ]),
  ),
);

/** The product that holds the editions of Google Workspace. */
export const workspaceProduct = 'Google-Apps';
/** Cloud Identity Free, the site-wide edition with 50 seats of its own. */
export const cloudIdentityFree = { productId: '101001', skuId: '1010010001', seats: 50 } as const;
/** Editions that a team customer may order (Reseller API, "Create a subscription"). */
export const essentials: readonly string[] = ['1010060001', '1010060003', '1010060005'];
/** Business editions: at most 300 seats. */
export const businessEditions: readonly string[] = ['1010020027', '1010020028', '1010020025'];
/** Editions by rank, lowest first: an order further on is an upgrade (Reseller API product page). */
export const editionRank: readonly string[] = [
  'Google-Apps-Lite',
  'Google-Apps-For-Business',
  '1010060001',
  '1010060003',
  '1010060005',
  '1010020027',
  'Google-Apps-Unlimited',
  '1010020028',
  '1010020025',
  '1010020029',
  '1010020026',
  '1010020020',
];
/** What a legacy SKU becomes when it is transferred. */
export const legacySuccessors: Readonly<Record<string, string>> = {
  'Google-Apps-For-Business': '1010020027',
  'Google-Apps-Unlimited': '1010020028',
};
/** Product of the licences that archived people have. */
export const archivedUserProduct = '101034';
/** The Archived User SKU of each edition; the other way round, the edition that un-archiving takes (both pages). */
export const archivedUserSkus: Readonly<Record<string, string>> = {
  '1010020020': '1010340001',
  'Google-Apps-Unlimited': '1010340002',
  '1010020025': '1010340003',
  '1010020026': '1010340004',
  '1010020027': '1010340005',
  '1010020028': '1010340006',
  '1010070001': '1010340007',
};
/** Archived User licences that nobody has to order: Education Fundamentals brings them (Google Workspace help). */
export const grantedArchivedUsers = '1010340007';

/** A SKU's product id, with the conflict about Essentials settled by the caller; '' for a SKU that nobody knows. */
export function productOf(skuId: string, essentialsProduct: string): string {
  if (skuId === '1010060001') return essentialsProduct;
  return catalogue.get(skuId)?.productId ?? '';
}
