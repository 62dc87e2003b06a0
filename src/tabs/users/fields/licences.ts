import { defined } from '../../../engine/defined';
import { say } from '../../../engine/procedure';
import { ensureCloudIdentity, knowLicences } from '../../../ensure/cloud-identity';
import { allLicences, ensureLicence, licencesOf } from '../../../ensure/licence';
import {
  cloudIdentityFree,
  licenceProducts,
  listing,
  sameSku,
  workspaceProduct,
  type Sku,
} from '../../../google/products';
import type { Cell } from '../../../table/cell';
import { membersOf } from '../../../table/compare';
import { granted, pointedOut, type Grant } from '../grants';
import { isCloudIdentityFree, nameOf, spareLicences, wantsNothingPaid } from '../spare-licences';
import { user } from './make';

/** Licences: one SKU of a product. */
export const licences = granted(
  user.list({
    id: 'licences',
    header: 'Licences',
    choices: 'products',
    takenOver: true,
    width: 200,
    synonyms: [
      'Licence',
      'License',
      'Licenses',
      'New Licenses [UPLOAD ONLY]',
      'SKU',
      'SKUs',
      'Lizenz',
      'Lizenzen',
      'Licencia',
      'Licencias',
      'ライセンス',
      '许可证',
      '授權',
      '라이선스',
      'Licenças',
      'Licenze',
      'Licenties',
      'Licencje',
      'Лицензии',
      'Zugewiesene Lizenzen',
      'Licencias asignadas',
      'Licença',
    ],
    note: 'Names or SKU ids of products, separated by commas. Empty leaves the licences as they are; - means none.',
    find: (text, { lookups }) => lookups.licence(text),
    all: oneOfAProduct,
    shown: ({ name }) => name,
    kept: ({ skuId }) => skuId,
  }),
  {
    members: (wished) => [
      ...wished.filter(isCloudIdentityFree).map(() => cloudIdentity(wished)),
      ...wished.filter((sku) => !isCloudIdentityFree(sku)).map(licence),
    ],
    *pointOut(person) {
      const held = yield* licencesOf(person, workspaceProduct);
      if (held.length === 0) return undefined;
      const says = `Holds ${held.map(nameOf).join(', ')} although the row says no licences.`;
      return pointedOut(says, person, { remove: 'it', page: 'Licenses' });
    },
    handOn: {
      *held(person) {
        return listed(yield* allLicences(person));
      },
      value: listed,
    },
    spare: spareLicences,
    /** License Manager goes by the present address. Paid editions stand in the way of others. */
    lookFirst: (wished, { account, email, exact }) => {
      const products = [workspaceProduct, ...(exact ? licenceProducts() : wished.map((sku) => sku.productId))];
      return knowLicences({ account, email, products: [...new Set(products)] });
    },
    afterWrite: ({ op, params: { skuId }, body }, agreed) => {
      if (op === 'licensing.licenseAssignments.insert') return [...agreed, skuId ?? ''];
      if (op === 'licensing.licenseAssignments.update')
        return [...agreed.filter((sku) => sku !== skuId), String(body?.skuId)];
      if (op === 'licensing.licenseAssignments.delete' && agreed.includes(skuId ?? ''))
        return agreed.filter((sku) => sku !== skuId);
      return undefined;
    },
  },
);

/** License Manager gives a person one SKU of a product (License Manager API, "Manage licenses"). */
function oneOfAProduct(all: readonly Sku[]): Cell<readonly Sku[]> {
  const skus = all.filter((sku, at) => all.findIndex((other) => sameSku(other, sku)) === at);
  for (const { productId, productName } of skus) {
    const names = skus.filter((other) => other.productId === productId).map(({ name }) => name);
    if (names.length > 1)
      return {
        kind: 'wrong',
        says: `${names.join(' and ')} are all of ${productName}; a person holds one licence of a product. Leave one of them.`,
      };
  }
  return { kind: 'value', value: skus };
}

/** What is in no list of products cannot be wished. */
function listed(skuIds: readonly string[]): readonly Sku[] {
  return skuIds.flatMap((skuId) => listing({ skuId }) ?? []);
}

function licence(sku: Sku): Grant {
  return {
    kept: sku.skuId,
    *gone({ person }) {
      const [held] = yield* licencesOf(person, sku.productId);
      return held === sku.skuId ? undefined : `${sku.name} was ${fateOf(held)} at Google since.`;
    },
    *grant({ person, agreed }) {
      const [held] = yield* licencesOf(person, sku.productId);
      const before = membersOf(agreed).find((one) => listing({ skuId: one })?.productId === sku.productId);
      if (before !== undefined && held !== before && held !== sku.skuId)
        yield* say(`${sku.name} overrides a change made at Google: ${nameOf(before)} was ${fateOf(held)} there.`);
      yield* ensureLicence(person, sku);
    },
  };
}

/** What became of a licence of the same product. */
function fateOf(held: string | undefined): string {
  return held === undefined ? 'taken away' : `replaced by ${nameOf(held)}`;
}

/** Where it covers the whole account nobody is seen to hold it: it never counts as taken away. */
function cloudIdentity(wished: readonly Sku[]): Grant {
  return {
    kept: cloudIdentityFree.skuId,
    *grant({ person, exact, today, cloudIdentity: remembered, learn }) {
      // An exact list takes by itself what a person holds beyond it, from whom this sheet did not make.
      const only = wantsNothingPaid(wished) && (!exact || person.createdHere);
      learn(yield* ensureCloudIdentity({ person, only, today, ...defined({ remembered }) }));
    },
  };
}
