import { countries, findCountry } from '../../src/google/countries';
import { complaintOf, type Found } from '../../src/google/find';
import { findLanguage, languages } from '../../src/google/languages';
import { findRole, resellerRoles, roleLabel, systemRoleNamed, systemRoles } from '../../src/google/roles';

/** Directory API, "Supported languages", as of 23 April 2026. */
const supported =
  `af sq am ar hy as az eu bn bg my ca chr zh-HK zh-CN zh-TW hr cs da nl en-GB en et fil fi fr fr-CA gl ka de el gu iw hi hu is id ga it
  ja kn kk km ko lo lv lt mk ms ml mr mn ne no or fa pl pt-BR pt-PT pa ro ru sr si sk sl es es-419 sw sv ta te th tr uk ur uz vi cy zu`.split(
    /\s+/,
  );

function codeOf(found: Found<{ readonly code: string }>): string {
  return 'found' in found ? found.found.code : `none: ${found.nearest.join(', ')}`;
}

describe('languages', () => {
  test('are exactly those that Google supports', () => {
    expect(languages().map((language) => language.code)).toEqual(supported);
  });

  test('are found by code and by name', () => {
    for (const { code, name } of languages()) {
      expect(codeOf(findLanguage(code.toUpperCase()))).toBe(code);
      expect(codeOf(findLanguage(name))).toBe(code);
      expect(codeOf(findLanguage(`${name} (${code})`))).toBe(code);
    }
  });

  test('are found by what each calls itself, and is called in German, Spanish and French', () => {
    for (const { code } of languages())
      for (const shownIn of [code, 'de', 'es', 'fr']) {
        // Unicode names the regions of Chinese, where people tell the two scripts apart.
        if (code.startsWith('zh')) continue;
        const names = new Intl.DisplayNames([shownIn], { type: 'language', languageDisplay: 'standard' });
        const text = names.of(code) ?? '';
        expect([text, codeOf(findLanguage(text))]).toEqual([text, code]);
      }
  });

  test.each([
    ['he', 'iw'],
    ['Hebrew', 'iw'],
    ['nb', 'no'],
    ['tl', 'fil'],
    ['de-DE', 'de'],
    ['de_AT', 'de'],
    ['en-US', 'en'],
    ['en_gb', 'en-GB'],
    ['pt_br', 'pt-BR'],
    ['español', 'es'],
    ['ESPANOL', 'es'],
    ['Castellano', 'es'],
    ['es-mx', 'es-419'],
    ['zh-Hans', 'zh-CN'],
    ['日本語', 'ja'],
    ['brazilian portuguese', 'pt-BR'],
    ['Spanisch', 'es'],
    ['Englisch', 'en'],
    ['inglés', 'en'],
    ['Allemand', 'de'],
    ['Französisch', 'fr'],
    ['Português (Portugal)', 'pt-PT'],
    ['Portugiesisch (Brasilien)', 'pt-BR'],
    ['français canadien', 'fr-CA'],
    ['中文（简体）', 'zh-CN'],
    ['Chino (tradicional)', 'zh-TW'],
  ])('%s is %s', (text, code) => {
    expect(codeOf(findLanguage(text))).toBe(code);
  });

  test.each([
    ['pt', ['pt-BR', 'pt-PT']],
    ['Portuguese', ['pt-BR', 'pt-PT']],
    ['zh', ['zh-CN', 'zh-TW']],
    ['Chinese', ['zh-CN', 'zh-TW']],
    ['Portugiesisch', ['pt-BR', 'pt-PT']],
  ])('%s is not guessed: the complaint names them all', (text, codes) => {
    const found = findLanguage(text);
    if ('found' in found) throw new Error('It was guessed.');
    expect(found.ambiguous).toBe(true);
    for (const code of codes) expect(complaintOf('language', text, found)).toContain(`(${code})`);
  });

  test('with a slip or unknown come back as a complaint', () => {
    const slip = findLanguage('Spansih');
    if ('found' in slip) throw new Error('It was guessed.');
    expect(complaintOf('language', 'Spansih', slip)).toBe(
      'No language is called "Spansih". Did you mean Spanish (es)?',
    );
    const unknown = findLanguage('Klingon');
    if ('found' in unknown) throw new Error('It was guessed.');
    expect(complaintOf('language', 'Klingon', unknown)).toBe(
      'No language is called "Klingon". Choose one from the list of the cell.',
    );
  });
});

describe('countries', () => {
  test('are the 249 of ISO 3166-1, each once', () => {
    const regions = new Intl.DisplayNames('en', { type: 'region' });
    expect(countries()).toHaveLength(249);
    expect(new Set(countries().map((country) => country.code)).size).toBe(249);
    for (const { code } of countries()) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect(regions.of(code)).not.toBe(code);
    }
  });

  test('are found by code and by name', () => {
    for (const { code, name } of countries()) {
      expect(codeOf(findCountry(code.toLowerCase()))).toBe(code);
      expect(codeOf(findCountry(name))).toBe(code);
      expect(codeOf(findCountry(`${name} (${code})`))).toBe(code);
    }
  });

  test.each([
    ['UK', 'GB'],
    ['u.k.', 'GB'],
    ['England', 'GB'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['Holland', 'NL'],
    ['the Netherlands', 'NL'],
    ['Espana', 'ES'],
    ['Czech Republic', 'CZ'],
    ['Turkey', 'TR'],
    ['Ivory Coast', 'CI'],
    ["cote d'ivoire", 'CI'],
    ['St Lucia', 'LC'],
    ['Bosnia & Herzegovina', 'BA'],
    ['South Korea', 'KR'],
  ])('%s is %s', (text, code) => {
    expect(codeOf(findCountry(text))).toBe(code);
  });

  test('are never guessed', () => {
    expect(findCountry('Korea')).toMatchObject({ ambiguous: true });
    expect(findCountry('Germny')).toMatchObject({ nearest: ['Germany (DE)'], ambiguous: false });
    expect(findCountry('Congo')).toMatchObject({ found: { code: 'CG' } });
  });
});

describe('roles', () => {
  const account = [...Object.keys(systemRoles), 'Customer Care', '_PLAY_FOR_WORK_ADMIN_ROLE'].map((roleName, i) => ({
    roleName,
    roleId: String(i),
  }));

  test('are found by the name in the API and by the one in the Admin console, in any case', () => {
    for (const role of account) {
      expect(findRole(role.roleName.toLowerCase(), account)).toEqual({ found: role });
      expect(findRole(roleLabel(role.roleName).toUpperCase(), account)).toEqual({ found: role });
    }
  });

  test.each([
    ['Reseller Admin', '_RESELLER_ADMIN_ROLE'],
    ['super administrator', '_SEED_ADMIN_ROLE'],
    ['Helpdesk admin', '_HELP_DESK_ADMIN_ROLE'],
    ['customer care role', 'Customer Care'],
    ['Play for work admin', '_PLAY_FOR_WORK_ADMIN_ROLE'],
  ])('%s is %s', (text, roleName) => {
    expect(findRole(text, account)).toMatchObject({ found: { roleName } });
  });

  test('the indirect reseller role of the console is not guessed, since Google does not say which of two it is', () => {
    expect(findRole('Indirect Reseller Admin', account)).toMatchObject({ ambiguous: true, nearest: { length: 2 } });
  });

  test('a role of the account with the very name wins over a prebuilt one', () => {
    const own = { roleName: 'Groups Admin', roleId: '99' };
    expect(findRole('Groups Admin', [...account, own])).toEqual({ found: own });
    expect(findRole('groups admin', [...account, own])).toMatchObject({ ambiguous: true });
  });

  test('a role that the account does not have is not found, but its name is known', () => {
    const others = account.filter((role) => !resellerRoles.includes(role.roleName));
    expect('found' in findRole('Reseller Admin', others)).toBe(false);
    expect(systemRoleNamed('reseller admin')).toBe('_RESELLER_ADMIN_ROLE');
    expect(systemRoleNamed('Customer Care')).toBeUndefined();
  });

  test('a slip offers the nearest', () => {
    const found = findRole('Reseler Admin', account);
    expect('nearest' in found && found.nearest[0]).toBe('Reseller Admin');
  });
});
