import { complaintOf, type Found } from '../../src/google/find';
import {
  archivedFor,
  cloudIdentityFree,
  findSku,
  isSiteWide,
  isWorkspaceSku,
  licenceProducts,
  listing,
  plansFor,
  sameSku,
  skus,
  teamMayOrder,
  type Sku,
} from '../../src/google/products';
import fc from '../property';

fc.configureGlobal({ seed: 7 });

function idOf(found: Found<Sku>): string {
  return 'found' in found
    ? `${found.found.productId}:${found.found.skuId}`
    : `none, nearest ${found.nearest.join(', ')}`;
}

describe('the table of products', () => {
  test('has every SKU once', () => {
    expect(new Set(skus().map((sku) => sku.skuId)).size).toBe(skus().length);
    expect(skus().length).toBe(83);
  });

  test('finds each of its own names, aliases and ids, and nothing else by them', () => {
    for (const sku of skus()) {
      for (const text of [sku.name, sku.skuId, `${sku.productId}:${sku.skuId}`, ...sku.aliases]) {
        expect([text, idOf(findSku(text))]).toEqual([text, `${sku.productId}:${sku.skuId}`]);
      }
    }
  });

  test.each([
    ['Google Workspace Enterprise Plus (formerly G Suite Enterprise)', '1010020020'],
    ['G Suite Basic (formerly Google Apps for Work)', 'Google-Apps-For-Business'],
    ['Google Workspace Business Standard (1010020028)', '1010020028'],
    ['Google Workspace for Education Fundamentals (Google-Apps-For-Education)', 'Google-Apps-For-Education'],
    ['An edition of tomorrow (1010020028)', '1010020028'],
    ['Gemini Business for Google Workspace', '1010470003'],
    ['Gemini Enterprise for Google Workspace', '1010470001'],
    ['G Suite Enterprise for Education', '1010310002'],
    ['G Suite Enterprise for Education (Student)', '1010310003'],
    ['Education Plus - Legacy (Student)', '1010310003'],
    ['Google Workspace Labs', '1010470002'],
    ['Drive storage 20 GB', 'Google-Drive-storage-20GB'],
    ['drive storage 2 TB', 'Google-Drive-storage-2TB'],
  ])('knows %s, as exports and older pages of Google call it', (text, skuId) => {
    expect(findSku(text)).toMatchObject({ found: { skuId } });
  });

  test('asks where the name and the id in brackets behind it mean two products', () => {
    expect(findSku('Business Standard (1010020027)')).toEqual({
      nearest: ['Google Workspace Business Standard', 'Google Workspace Business Starter'],
      ambiguous: true,
    });
  });

  test.each([
    ['Essentials Starter', 'Essentials'],
    ['Google Workspace Essentials Starter', 'Essentials'],
    ['Google Workspace Frontline', 'Frontline'],
    ['Workspace Business Standard Edition', 'Business Standard'],
    ['Enterprise Standard plan', 'Enterprise Standard'],
  ])('offers names that share their words with %s, which it does not know', (text, name) => {
    const found = findSku(text);
    expect('nearest' in found && found.nearest[0]).toContain(name);
  });

  test('offers nothing for words of something else', () => {
    for (const text of ['Office 365 E3', 'Dropbox', 'standard', 'licence'])
      expect([text, idOf(findSku(text)).startsWith('none')]).toEqual([text, true]);
    expect(findSku('Office 365 E3')).toEqual({ nearest: [], ambiguous: false });
  });

  test('names an edition that exists for every archived-user licence that has one', () => {
    const kept = skus().filter((sku) => sku.archivedFrom !== undefined);
    expect(kept).toHaveLength(6);
    for (const sku of kept) expect(archivedFor({ skuId: sku.archivedFrom ?? '' })?.skuId).toBe(sku.skuId);
  });

  test('knows what Google sells to teams, on which plans, and up to how many', () => {
    expect(
      skus()
        .filter(teamMayOrder)
        .map((sku) => sku.name),
    ).toEqual([
      'Google Workspace Enterprise Essentials',
      'Google Workspace Enterprise Essentials Plus',
      'Google Workspace Essentials',
    ]);
    expect(plansFor({ skuId: '1010060003' })).toEqual(['ANNUAL_MONTHLY_PAY']);
    expect(plansFor({ skuId: '1010060001' })).toEqual(['FLEXIBLE']);
    expect(plansFor(cloudIdentityFree)).toEqual(['FREE']);
    expect(plansFor({ skuId: 'Google-Apps-For-Postini' })).toEqual([]);
    expect(listing({ skuId: '1010020027' })?.mostSeats).toBe(300);
    expect(listing({ skuId: '1010020026' })?.mostSeats).toBeUndefined();
  });
});

describe('a product as people write it', () => {
  test.each([
    ['business starter', 'Google-Apps:1010020027'],
    ['  GOOGLE  WORKSPACE  Business Starter ', 'Google-Apps:1010020027'],
    ['Workspace Business Plus', 'Google-Apps:1010020025'],
    ['Cloud Identity', '101001:1010010001'],
    ['cloud identity (free)', '101001:1010010001'],
    ['cloud ídentity premium', '101005:1010050001'],
    ['Vault', 'Google-Vault:Google-Vault'],
    ['colab pro', '101050:1010500001'],
    ['Colab Pro+', '101050:1010500002'],
    ['Business Plus – Archived User', '101034:1010340003'],
    ['101006:1010060001', 'Google-Apps:1010060001'],
    ['google-apps:1010020027', 'Google-Apps:1010020027'],
    ['Education Fundamentals', 'Google-Apps:1010070001'],
  ])('%j is %s', (text, id) => {
    expect(idOf(findSku(text))).toBe(id);
  });

  test('with a slip is not guessed, but the nearest names are offered', () => {
    const found = findSku('Busines Starter');
    expect('nearest' in found && complaintOf('product', 'Busines Starter', found)).toContain(
      'Did you mean Google Workspace Business Starter',
    );
  });

  test('with a word that several have offers them', () => {
    expect(findSku('Starter')).toMatchObject({
      nearest: expect.arrayContaining(['Google Workspace Business Starter']),
      ambiguous: false,
    });
  });

  test('with the wrong product in front of the SKU is not taken', () => {
    expect(findSku('Google-Apps:1010010001')).toEqual({ nearest: ['Cloud Identity Free'], ambiguous: false });
  });

  test('of ids that nobody knows is taken as it stands', () => {
    expect(findSku('101099:1010990001')).toEqual({
      found: { productId: '101099', skuId: '1010990001', name: '1010990001', productName: '101099' },
    });
    expect(listing({ skuId: '1010990001' })).toBeUndefined();
  });

  test("that was met in the account is found by the account's name for it", () => {
    const extra: Sku[] = [
      { productId: '101099', skuId: '1010990001', name: 'Workspace Quantum', productName: 'Quantum' },
      { productId: 'Google-Apps', skuId: '1010020027', name: 'Starter for shops', productName: 'Google Workspace' },
    ];
    expect(idOf(findSku('quantum', extra))).toBe('101099:1010990001');
    expect(idOf(findSku('starter for shops', extra))).toBe('Google-Apps:1010020027');
    expect(idOf(findSku('quantum'))).toContain('none');
  });

  test('is never found in a text that only happens to be there', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = findSku(text);
        if (!('found' in found)) expect(found.nearest.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('what code asks of a product', () => {
  test('Cloud Identity Free is site-wide and no Workspace edition', () => {
    expect(cloudIdentityFree).toMatchObject({ productId: '101001', skuId: '1010010001' });
    expect(isSiteWide(cloudIdentityFree)).toBe(true);
    expect(isWorkspaceSku(cloudIdentityFree)).toBe(false);
    expect(skus().filter(isSiteWide)).toHaveLength(1);
  });

  test('licences are read neither for what is site-wide nor for devices', () => {
    expect(licenceProducts()).toContain('Google-Apps');
    expect(licenceProducts()).not.toContain('101001');
    expect(licenceProducts()).not.toContain('Google-Chrome-Device-Management');
  });

  test('two are the same whatever they are called', () => {
    expect(sameSku(cloudIdentityFree, { ...cloudIdentityFree, name: 'Free' })).toBe(true);
  });
});
