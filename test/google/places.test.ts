import { domainToASCII, domainToUnicode } from 'node:url';
import { asciiAddresses, asciiDomain, readableDomain } from '../../src/engine/domain-names';
import { countries, findCountry } from '../../src/google/countries';
import { adviseOnPostcode, withoutPostcodes } from '../../src/google/postcodes';

/** Countries, postal codes and domains as people around the world write them. */

const codeOf = (text: string): string => {
  const found = findCountry(text);
  return 'found' in found ? found.found.code : '?';
};
const countryOf = (code: string): { code: string; name: string } => countries().find((one) => one.code === code)!;
const says = (country: string, text: string): string | undefined => adviseOnPostcode(text, countryOf(country));

test.each([
  [
    'GB',
    'UK; U.K.; Great Britain; England; Großbritannien; Royaume-Uni; Reino Unido; Regno Unito; イギリス; 英国; 영국',
  ],
  ['US', 'USA; U.S.; u.s.a.; United States; Vereinigte Staaten; États-Unis; Etats-Unis; EE. UU.; アメリカ; 美国; 미국'],
  ['DE', 'Deutschland; Allemagne; Alemania; Germania; Alemanha; Duitsland; Niemcy; ドイツ; 德国; 德國; 독일'],
  ['NL', 'Holland; The Netherlands; Nederland; Pays-Bas; Países Bajos; Niederlande; Holandia; オランダ; 荷兰'],
  ['CZ', 'Czech Republic; Czechia; Tschechien; Tschechische Republik; République tchèque; Czechy; チェコ; 捷克'],
  ['CI', "Côte d'Ivoire; Côte d’Ivoire; Cote d'Ivoire; Ivory Coast; Elfenbeinküste; Costa de Marfil"],
  ['TR', 'Türkiye; Turkiye; TURKEY; Türkei; Turquie; Turcja; トルコ; 튀르키예'],
  ['JP', '日本; Japon; Giappone; Japonia; 일본'],
  ['CN', '中国; 中國; Chine; Cina; Chiny; 중국'],
  ['KR', 'South Korea; 대한민국; 한국; 韓国; Südkorea; Corea del Sur'],
  ['TW', '台湾; 台灣; 臺灣; 대만'],
  ['HK', 'Hong Kong; Hongkong; 香港; 홍콩'],
  ['BE', 'België; Belgique; Belgien; Bélgica; Belgio'],
  ['CH', 'Schweiz; Suisse; Svizzera; Suiza; スイス'],
])('%s by all of its names', (code, names) => {
  expect(names.split('; ').filter((name) => codeOf(name) !== code)).toEqual([]);
});

test('every country is found in the languages of those who write to us, and no name means two', () => {
  const common =
    'AE AR AT AU BE BG BR CA CH CL CN CZ DE DK ES FI FR GB GR HU IE IL IN IT JP KR MA MX NL NO NZ PL PT RO RU SA SE SG SK TH TR UA US VN ZA';
  const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ja', 'zh-Hans', 'zh-Hant', 'ko'];
  const wrong = common.split(' ').flatMap((code) =>
    languages
      .map((language) => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? '')
      .filter((name) => codeOf(name) !== code)
      .map((name) => `${code} ${name}`),
  );
  expect(wrong).toEqual([]);
  expect(findCountry('Korea')).toMatchObject({ ambiguous: true });
});

test('postal codes of people who live there pass in silence', () => {
  const right = `AR C1425ABC|AR 1425|AT 1010|AT A-1010|AU 2000|BE B-1000|BR 01310-100|BR 01310100|CA k1a0b1|CA K1A 0B1|CH CH-8001|
CL 8320000|CN 100000|CZ 110 00|CZ 11000|DE 01067|DE D-10115|DE DE 10115|DK 2100|ES 08001|FI FI-00100|FR 75008|GB SW1A 1AA|GB ec1a1bb|
GB M1 1AE|GR 104 31|HU 1051|IE D02 X285|IE D6WXR28|IL 9546436|IN 560 001|IN 560001|IT 00184|JP 100-0001|JP 1000001|KR 03187|LT LT-01103|
LU L-1930|LV LV-1010|MX 06600|NL 1012 ab|NL 1012AB|NO 0150|NZ 6011|PL 00-950|PL 00950|PT 1100-148|RO 010011|RU 101000|SE SE-111 22|
SE 11122|SG 018956|SI 1000|SK 811 01|TH 10200|TR 34122|TW 100|TW 10617|UA 01001|US 94043|US 94043-1351|VN 100000|ZA 8001|
AE 00000|HK 999077|HK 00000|PA 0801|KE 00100`;
  const complained = right
    .replace(/\n/g, '')
    .split('|')
    .filter((one) => says(one.slice(0, 2), one.slice(3)) !== undefined);
  expect(complained).toEqual([]);
});

test.each(['DE 1011', 'DE SW1A 1AA', 'GB 10115', 'US 9404', 'NL 1012', 'CA 94043', 'JP 1000', 'PL 0095', 'FR 750081'])(
  '%s is remarked on with the country and an example',
  (one) => {
    expect(says(one.slice(0, 2), one.slice(3))).toContain(countryOf(one.slice(0, 2)).name);
  },
);

test('a zero that a spreadsheet took is given back', () => {
  expect(says('DE', '1067')).toContain('write 01067');
  expect(says('US', '2139')).toContain('write 02139');
  expect(says('JP', '600042')).toContain('write 0600042');
});

test('a country without postal codes says what to write', () => {
  expect(withoutPostcodes(countryOf('AE'))).toContain('00000');
  expect(withoutPostcodes(countryOf('DE'))).toBeUndefined();
  expect(says('HK', 'Central')).toContain('00000');
});

test('domains are compared in the form of letters a–z, as Node converts them', () => {
  const names =
    'müller.example|MÜLLER.example|straße.example|日本語.example|例え。テスト|пример.example|παράδειγμα.example|한국.example|मराठी.example|łódź.example|smørrebrød.example|a-ø.b-å.example|mañana.com|bücher-und-mehr.example|😀.example|ücü.xn--mller-kva.example|plain.example'.split(
      '|',
    );
  expect(names.map(asciiDomain)).toEqual(names.map((name) => domainToASCII(name)));
  expect(names.map(asciiDomain).map(readableDomain)).toEqual(names.map((name) => domainToUnicode(domainToASCII(name))));
  expect(asciiAddresses('Ana@Müller.example, bo@plain.example')).toBe('Ana@xn--mller-kva.example, bo@plain.example');
  expect(asciiAddresses('a@müller.example、b@例え.example；c@x.example')).toBe(
    'a@xn--mller-kva.example、b@xn--r8jz45g.example；c@x.example',
  );
  expect(asciiAddresses('José Núñez')).toBe('José Núñez');
});
