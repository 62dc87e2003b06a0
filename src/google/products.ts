import { atFirstUse } from '../engine/at-first-use';
import { finder, type Found } from './find';
import { foldName } from './names';
import { cloudIdentityFree, skus, type ListedSku, type PlanName, type Sku } from './skus';

/** Products by what people write for them, and what code needs to know of each. */

export { cloudIdentityFree, skus };
export type { ListedSku, PlanName, Sku };

/** Google Workspace: the product whose paid licences automatic licensing gives. */
export const workspaceProduct = 'Google-Apps';

/** Licences of people in the archive: they come and go with `archived` alone. */
export const archivedProduct = '101034';

/** The products of which a person holds at most one SKU each: what is read to learn somebody's licences. */
export const licenceProducts = atFirstUse<readonly string[]>(() => [
  ...new Set(
    skus()
      .filter((sku) => !sku.siteWide && !sku.perDevice)
      .map((sku) => sku.productId),
  ),
]);

/**
 * Products that License Manager has under a second id: GAM files Essentials under 101006, Google's page under
 * Google-Apps.
 */
const otherProductIds: Readonly<Record<string, string>> = { '101006': 'Google-Apps' };

const searches = new WeakMap<readonly Sku[], (text: string) => Found<Sku>>();
const none: readonly Sku[] = [];

/**
 * The SKU that a text stands for: a name in any case (`Google Workspace` in front may be left out), `product:sku`, or a
 * SKU id, alone or in brackets behind the name. `extra` are SKUs met in the account (Google may call one by a name of
 * its own). A `product:sku` that nobody knows is taken as it stands, since Google sells SKUs before its pages list
 * them; ask `listing` whether to warn.
 */
export function findSku(text: string, extra: readonly Sku[] = none): Found<Sku> {
  const pair = /^\s*(\d{6}|Google-[\w-]+)\s*:\s*(\d{10}|Google-[\w-]+)\s*$/i.exec(text);
  if (pair) return findByIds(pair[1] ?? '', pair[2] ?? '', extra);
  let search = searches.get(extra);
  if (!search) searches.set(extra, (search = searchOver(extra)));
  const hit = search(text);
  const [, name = '', id = ''] = /^(.+)\((\d{10}|Google-[\w-]+)\)\s*$/i.exec(text) ?? [];
  return 'found' in hit || id === '' ? hit : withId(search(name), search(id));
}

/** A name that goes with an id in brackets: they are to mean the same, or the name says nothing. */
function withId(named: Found<Sku>, byId: Found<Sku>): Found<Sku> {
  if (!('found' in byId) || !('found' in named) || sameSku(named.found, byId.found)) return byId;
  return { nearest: [named.found.name, byId.found.name], ambiguous: true };
}

/** What Google's pages say of a SKU; undefined for one that is not in the table. */
export function listing(sku: Pick<Sku, 'skuId'>): ListedSku | undefined {
  return skus().find((listed) => listed.skuId === sku.skuId);
}

/** Whether two are the same SKU, whatever each is called. */
export function sameSku(a: Sku, b: Sku): boolean {
  return a.skuId === b.skuId;
}

/** Whether a SKU is an edition of Google Workspace: a person has at most one of them. */
export function isWorkspaceSku(sku: Pick<Sku, 'productId'>): boolean {
  return sku.productId === workspaceProduct;
}

/** Whether everybody in the account has it, so that License Manager neither gives nor takes it. */
export function isSiteWide(sku: Pick<Sku, 'skuId'>): boolean {
  return listing(sku)?.siteWide === true;
}

/**
 * Whether a team (e-mail verified) customer may order it; all others are refused (Reseller API, create a subscription).
 */
export function teamMayOrder(sku: Pick<Sku, 'skuId'>): boolean {
  return listing(sku)?.forTeams === true;
}

/** The plans a SKU can be ordered on. One that is not in the table may go on any plan that is paid. */
export function plansFor(sku: Pick<Sku, 'skuId'>): readonly PlanName[] {
  return listing(sku)?.plans ?? ['FLEXIBLE', 'ANNUAL_MONTHLY_PAY', 'ANNUAL_YEARLY_PAY', 'TRIAL'];
}

/** The product of a SKU; the SKU itself, where no page of Google's lists it. */
export function productIdOf(skuId: string): string {
  return listing({ skuId })?.productId ?? skuId;
}

/** The archived-user SKU that keeps a person of this edition; undefined where Google's page names none. */
export function archivedFor(sku: Pick<Sku, 'skuId'>): Sku | undefined {
  return skus().find((listed) => listed.archivedFrom === sku.skuId);
}

/** The edition that somebody with this licence of the archive gets back. */
export function editionOf(archived: Pick<Sku, 'skuId'>): Sku | undefined {
  const skuId = listing(archived)?.archivedFrom;
  return skuId === undefined ? undefined : listing({ skuId });
}

function findByIds(product: string, skuId: string, extra: readonly Sku[]): Found<Sku> {
  const known = [...skus(), ...extra].find((sku) => same(sku.skuId, skuId));
  if (!known) return { found: { productId: product, skuId, name: skuId, productName: product } };
  const right = same(known.productId, product) || same(known.productId, otherProductIds[product] ?? '');
  return right ? { found: known } : { nearest: [known.name], ambiguous: false };
}

/** A SKU that the table has keeps the table's entry and gains the name that the account has for it. */
function searchOver(extra: readonly Sku[]): (text: string) => Found<Sku> {
  const met = extra.filter((sku) => !listing(sku));
  const names = (sku: Sku): readonly string[] =>
    extra.filter((other) => sameSku(other, sku)).map((other) => other.name);
  return finder<Sku>({
    entries: () => [...skus(), ...met],
    words: (sku) => [sku.name, sku.skuId, ...(listing(sku)?.aliases ?? []), ...names(sku)],
    label: (sku) => sku.name,
    fold: foldSkuName,
  });
}

/**
 * Dashes, brackets and Google's own names in front do not tell SKUs apart; `+` does (Colab Pro and Pro+). Nor does what
 * one was called before, which Google's lists put in brackets: `(formerly G Suite Basic)`.
 */
function foldSkuName(text: string): string {
  const plain = foldName(text)
    .replace(/\((?:formerly|previously|was) [^)]*\)/g, ' ')
    .replace(/ for google workspace$/, '')
    .replace(/\b(\d+) (gb|tb)\b/g, '$1$2')
    .replace(/[()\-–—‐:/,.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain
    .replace(/^google (?=.)/, '')
    .replace(/^workspace (?=.)/, '')
    .replace(/^for (?=.)/, '');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Names of products for the drop-down: Cloud Identity Free first, as it is what most rows want. */
export function productNames(): readonly string[] {
  return [
    cloudIdentityFree.name,
    ...skus()
      .map((sku) => sku.name)
      .filter((name) => name !== cloudIdentityFree.name),
  ];
}
