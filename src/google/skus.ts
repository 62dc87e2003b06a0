import { atFirstUse } from '../engine/at-first-use';

/**
 * Google's products as data: product and SKU ids of the "Google product and SKU IDs" page of the License Manager API
 * and of the "Products and SKUs" page of the Reseller API. Rows that stand on neither page are known from the
 * open-source tool GAM.
 */

/** One SKU. The Reseller API knows it by `skuId` alone, License Manager by product and SKU. */
export interface Sku {
  readonly productId: string;
  readonly skuId: string;
  readonly name: string;
  readonly productName: string;
}

/** Payment plans by the names that the Reseller API takes (it answers `ANNUAL` for `ANNUAL_MONTHLY_PAY`). */
export type PlanName = 'FLEXIBLE' | 'ANNUAL_MONTHLY_PAY' | 'ANNUAL_YEARLY_PAY' | 'TRIAL' | 'FREE';

/** A SKU with what Google's pages say about it. */
export interface ListedSku extends Sku {
  /** Other names that people and Google use for it. */
  readonly aliases: readonly string[];
  /**
   * On the Reseller product page, its product only, or neither: whether it can be ordered is then the contract's
   * business.
   */
  readonly reseller: 'listed' | 'product' | 'unknown';
  /** Plans that it can be ordered on. Empty: it cannot be bought, only come with a transfer. */
  readonly plans: readonly PlanName[];
  /** The SKU that a customer has to have for it. */
  readonly soldBeside?: string;
  /** The most people an account with this edition may have (Business editions: 300). */
  readonly mostSeats?: number;
  /** Everybody in the account has it; it is neither given nor taken person by person. */
  readonly siteWide?: true;
  /** Counted by device: there is no licence of a person's. */
  readonly perDevice?: true;
  /** Team customers may order it. */
  readonly forTeams?: true;
  /** The edition whose people this archived-user licence keeps, and gets back on un-archiving. */
  readonly archivedFrom?: string;
  /** Orders wait for the customer's domain to be verified. */
  readonly needsVerifiedDomain?: true;
  /** Has to be cancelled before the customer's Workspace subscription is suspended. */
  readonly cancelFirst?: true;
}

/**
 * Cloud Identity Free: site-wide. No licence of it shows on a person, and none can be given or taken (Reseller API,
 * products page).
 */
export const cloudIdentityFree: Sku = {
  productId: '101001',
  skuId: '1010010001',
  name: 'Cloud Identity Free',
  productName: 'Cloud Identity Free',
};

type Details = Partial<Omit<ListedSku, keyof Sku>>;
type Row = readonly [skuId: string, name: string, details?: Details];

const usualPlans: readonly PlanName[] = ['FLEXIBLE', 'ANNUAL_MONTHLY_PAY', 'ANNUAL_YEARLY_PAY', 'TRIAL'];

function product(productId: string, productName: string, rows: readonly Row[]): readonly ListedSku[] {
  return rows.map(([skuId, name, details = {}]) => ({
    productId,
    skuId,
    name,
    productName,
    aliases: [],
    reseller: 'listed',
    plans: usualPlans,
    ...details,
  }));
}

const notResold: Details = { reseller: 'unknown' };
const business: Details = { mostSeats: 300 };
const transferOnly: Details = { plans: [] };
/** On neither page. */
const reported = notResold;

const workspace = (): readonly ListedSku[] =>
  product('Google-Apps', 'Google Workspace', [
    ['1010020027', 'Google Workspace Business Starter', business],
    ['1010020028', 'Google Workspace Business Standard', business],
    ['1010020025', 'Google Workspace Business Plus', business],
    ['1010060003', 'Google Workspace Enterprise Essentials', { plans: ['ANNUAL_MONTHLY_PAY'], forTeams: true }],
    ['1010060005', 'Google Workspace Enterprise Essentials Plus', { forTeams: true }],
    [
      '1010060001',
      'Google Workspace Essentials',
      { plans: ['FLEXIBLE'], forTeams: true, aliases: ['G Suite Essentials'] },
    ],
    ['1010020029', 'Google Workspace Enterprise Starter'],
    ['1010020026', 'Google Workspace Enterprise Standard'],
    ['1010020020', 'Google Workspace Enterprise Plus', { aliases: ['G Suite Enterprise'] }],
    ['1010020030', 'Google Workspace Frontline Starter'],
    ['1010020031', 'Google Workspace Frontline Standard'],
    ['1010020034', 'Google Workspace Frontline Plus'],
    ['1010020035', 'Google Workspace Business Continuity'],
    ['1010020036', 'Google Workspace Business Continuity Plus'],
    ['Google-Apps-Unlimited', 'G Suite Business'],
    ['Google-Apps-For-Business', 'G Suite Basic', { aliases: ['Google Apps for Business', 'Google Apps for Work'] }],
    ['Google-Apps-Lite', 'G Suite Lite', transferOnly],
    ['Google-Apps-For-Postini', 'Google Apps Message Security', transferOnly],
    ['Google-Apps-For-Nonprofits', 'Google Workspace for Nonprofits', notResold],
    ['Google-Apps-For-Education', 'Google Workspace for Education Fundamentals (Google-Apps-For-Education)', notResold],
    ['1010070001', 'Google Workspace for Education Fundamentals', { ...notResold, aliases: ['G Suite for Education'] }],
    ['1010070004', 'Google Workspace for Education Gmail Only', notResold],
    ['Google-Apps', 'G Suite Legacy', { ...reported, aliases: ['G Suite Legacy (free)', 'G Suite Free'] }],
    ['Google-Apps-For-Government', 'Google Workspace Government', { ...reported, aliases: ['G Suite Government'] }],
  ]);

const archived = (): readonly ListedSku[] =>
  product('101034', 'Google Workspace Archived User', [
    ['1010340001', 'Google Workspace Enterprise Plus - Archived User', { archivedFrom: '1010020020' }],
    ['1010340002', 'G Suite Business - Archived User', { archivedFrom: 'Google-Apps-Unlimited' }],
    ['1010340003', 'Google Workspace Business Plus - Archived User', { archivedFrom: '1010020025' }],
    ['1010340004', 'Google Workspace Enterprise Standard - Archived User', { archivedFrom: '1010020026' }],
    ['1010340005', 'Google Workspace Business Starter - Archived User', { archivedFrom: '1010020027' }],
    ['1010340006', 'Google Workspace Business Standard - Archived User', { archivedFrom: '1010020028' }],
    ['1010340007', 'Google Workspace for Education Fundamentals - Archived User', notResold],
  ]);

const education = (): readonly ListedSku[] => [
  ...product('101031', 'Google Workspace for Education', [
    ['1010310005', 'Google Workspace for Education Standard', notResold],
    ['1010310006', 'Google Workspace for Education Standard (Staff)', notResold],
    ['1010310007', 'Google Workspace for Education Standard (Extra Student)', notResold],
    ['1010310008', 'Google Workspace for Education Plus', notResold],
    ['1010310009', 'Google Workspace for Education Plus (Staff)', notResold],
    ['1010310010', 'Google Workspace for Education Plus (Extra Student)', notResold],
    [
      '1010310002',
      'Google Workspace for Education Plus - Legacy',
      { ...notResold, aliases: ['G Suite Enterprise for Education'] },
    ],
    [
      '1010310003',
      'Google Workspace for Education Plus - Legacy (Student)',
      { ...notResold, aliases: ['G Suite Enterprise for Education (Student)'] },
    ],
  ]),
  ...product('101037', 'Google Workspace for Education add-ons', [
    ['1010370001', 'Google Workspace for Education: Teaching and Learning Upgrade', notResold],
  ]),
  ...product('101049', 'Endpoint Education', [['1010490001', 'Endpoint Education Upgrade', reported]]),
];

const gemini = (): readonly ListedSku[] => [
  ...product('101047', 'Google Workspace AI', [
    ['1010470001', 'Gemini Enterprise - Legacy', { aliases: ['Gemini Enterprise', 'Duet AI for Enterprise'] }],
    ['1010470002', 'Gemini Labs', { aliases: ['Google Workspace Labs'] }],
    ['1010470003', 'Gemini Business'],
    ['1010470006', 'AI Security', { aliases: ['Gemini Security', 'Gemini Security / AI Security'] }],
    [
      '1010470007',
      'AI Meetings and Messaging',
      { aliases: ['Gemini Meet', 'Gemini Meet / AI Meetings and Messaging'] },
    ],
    ['1010470008', 'AI Ultra Access', { aliases: ['Google AI Ultra for Business'] }],
    ['1010470009', 'AI Expanded Access'],
    ['1010470004', 'Google AI Pro for Education', notResold],
    ['1010470005', 'Gemini Education Premium', notResold],
  ]),
  ...product('101068', 'Gemini Enterprise', [['1010680001', 'Gemini Enterprise Business Edition', notResold]]),
];

const cloudIdentity = (): readonly ListedSku[] => [
  ...product(cloudIdentityFree.productId, cloudIdentityFree.productName, [
    [
      cloudIdentityFree.skuId,
      cloudIdentityFree.name,
      { plans: ['FREE'], mostSeats: 50, siteWide: true, aliases: ['Cloud Identity'] },
    ],
  ]),
  ...product('101005', 'Cloud Identity Premium', [['1010050001', 'Cloud Identity Premium']]),
];

const vault = (): readonly ListedSku[] =>
  product('Google-Vault', 'Google Vault', [
    [
      'Google-Vault',
      'Google Vault',
      {
        plans: ['FLEXIBLE', 'TRIAL'],
        soldBeside: 'Google-Apps-For-Business',
        needsVerifiedDomain: true,
        cancelFirst: true,
      },
    ],
    ['Google-Vault-Former-Employee', 'Google Vault - Former Employee', { plans: [], cancelFirst: true }],
  ]);

const drive = (): readonly ListedSku[] =>
  product(
    'Google-Drive-storage',
    'Google Drive storage',
    // From 400 GB on they stand on neither page.
    ['20GB', '50GB', '200GB', '400GB', '1TB', '2TB', '4TB', '8TB', '16TB'].map(
      (size): Row => [
        `Google-Drive-storage-${size}`,
        `Google Drive storage ${size}`,
        { reseller: 'product', cancelFirst: true },
      ],
    ),
  );

const others = (): readonly ListedSku[] => [
  ...product('101038', 'AppSheet', [
    ['1010380001', 'AppSheet Core'],
    ['1010380002', 'AppSheet Enterprise Standard'],
    ['1010380003', 'AppSheet Enterprise Plus'],
  ]),
  ...product('101054', 'AppSheet User Pass', [['1010540001', 'AppSheet User Pass']]),
  ...product('101052', 'Google Chat Interoperability', [['1010520001', 'Google Chat Interoperability', notResold]]),
  ...product('101033', 'Google Voice', [
    ['1010330003', 'Google Voice Starter', notResold],
    ['1010330004', 'Google Voice Standard', notResold],
    ['1010330002', 'Google Voice Premier', notResold],
    ['1010330005', 'Google Voice SIP Link Standard', notResold],
    ['1010330006', 'Google Voice SIP Link Premier', notResold],
  ]),
  ...product('101039', 'Assured Controls', [
    ['1010390001', 'Assured Controls', notResold],
    ['1010390002', 'Assured Controls Plus', notResold],
  ]),
  ...product('101040', 'Chrome Enterprise Premium', [
    ['1010400001', 'Chrome Enterprise Premium', { ...notResold, aliases: ['BeyondCorp Enterprise'] }],
  ]),
  ...product('Google-Chrome-Device-Management', 'Chrome Enterprise', [
    [
      'Google-Chrome-Device-Management',
      'Chrome Enterprise',
      {
        plans: ['ANNUAL_MONTHLY_PAY', 'TRIAL'],
        perDevice: true,
        needsVerifiedDomain: true,
        aliases: ['Chrome Enterprise Upgrade'],
      },
    ],
  ]),
  ...product('101050', 'Colab', [
    ['1010500001', 'Colab Pro'],
    ['1010500002', 'Colab Pro+'],
  ]),
  ...product('101035', 'Cloud Search', [['1010350001', 'Cloud Search', reported]]),
  ...product('101036', 'Google Meet Global Dialing', [['1010360001', 'Google Meet Global Dialing', reported]]),
  ...product('101043', 'Google Workspace Additional Storage', [
    ['1010430001', 'Google Workspace Additional Storage', reported],
  ]),
];

/** Every SKU that Seatsheet knows, those met most often first. */
export const skus = atFirstUse<readonly ListedSku[]>(() =>
  [cloudIdentity, workspace, archived, vault, drive, gemini, others, education].flatMap((group) => group()),
);
