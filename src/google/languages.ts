import { atFirstUse } from '../engine/at-first-use';
import { finder, namedIn, type Found, type Named } from './find';
import { foldName } from './names';

/** The languages of a Google Workspace account (Directory API, "Supported languages" page). */

/**
 * One language that Google supports for new users of an account. The code is Google’s: `es-419`, and the older ones
 * `iw` (Hebrew) and `no` (Norwegian).
 */
export type Language = Named;

/**
 * A language a line: its code, its name, and other names after semicolons; of those that many speak also in the other
 * languages in which headers are read.
 */
const table = `
af Afrikaans
sq Albanian; Shqip
am Amharic
ar Arabic; العربية; Arabisch; Árabe; Arabe
hy Armenian
as Assamese
az Azerbaijani
eu Basque; Euskara
bn Bengali; Bangla
bg Bulgarian; български; Bulgarisch; Búlgaro; Bulgare
my Burmese
ca Catalan; Català; Katalanisch; Catalán
chr Cherokee
zh-HK Chinese (Hong Kong); zh; Chinese; Traditional Chinese; zh-Hant; 中文; Chinesisch; Chino; Chinois
zh-CN Chinese (Simplified); zh; Chinese; Simplified Chinese; Mandarin; zh-Hans; zh-SG; 中文; 简体中文; Chinesisch; Chino; Chinois
zh-TW Chinese (Traditional); zh; Chinese; Traditional Chinese; zh-Hant; Chinese (Taiwan); 中文; 繁體中文; Chinesisch; Chino; Chinois
hr Croatian; Hrvatski; Kroatisch; Croata; Croate
cs Czech; cs-CZ; Čeština; Tschechisch; Checo; Tchèque
da Danish; da-DK; Dansk; Dänisch; Danés; Danois
nl Dutch; Nederlands; Flemish; nl-BE; Niederländisch; Holländisch; Neerlandés; Holandés; Néerlandais
en-GB English (UK); British English; en-UK; English (United Kingdom)
en English; en-US; English (US); American English; English (United States); Englisch; Inglés; Anglais
et Estonian; et-EE; Eesti; Estnisch; Estonio; Estonien
fil Filipino; tl; Tagalog
fi Finnish; Suomi; Finnisch; Finés; Finlandés; Finnois
fr French; Français; French (France); Französisch; Francés
fr-CA French (Canada); Canadian French
gl Galician; Galego
ka Georgian
de German; Deutsch; de-AT; de-CH; Alemán; Allemand
el Greek; el-GR; gr; Ελληνικά; Griechisch; Griego; Grec
gu Gujarati
iw Hebrew; he; he-IL; iw-IL; עברית; Hebräisch; Hebreo; Hébreu
hi Hindi; hi-IN; हिन्दी
hu Hungarian; Magyar; Ungarisch; Húngaro; Hongrois
is Icelandic
id Indonesian; Bahasa Indonesia; in
ga Irish; ga-IE
it Italian; Italiano; Italienisch; Italien
ja Japanese; ja-JP; jp; 日本語; Japanisch; Japonés; Japonais
kn Kannada
kk Kazakh
km Khmer
ko Korean; ko-KR; 한국어; Koreanisch; Coreano; Coréen
lo Lao
lv Latvian; Lettisch; Letón; Letton
lt Lithuanian; Lietuvių; Litauisch; Lituano; Lituanien
mk Macedonian
ms Malay; ms-MY; Bahasa Melayu
ml Malayalam
mr Marathi
mn Mongolian
ne Nepali
no Norwegian; nb; nb-NO; Bokmål; Norwegian Bokmål; Norsk; Norwegisch; Noruego; Norvégien
or Oriya; Odia
fa Persian; Farsi; fa-IR
pl Polish; Polski; Polnisch; Polaco; Polonais
pt-BR Portuguese (Brazil); pt; Portuguese; Português; Brazilian Portuguese; Portugiesisch; Portugués; Portugais
pt-PT Portuguese (Portugal); pt; Portuguese; Português; European Portuguese; Portugiesisch; Portugués; Portugais
pa Punjabi
ro Romanian; Română; Rumänisch; Rumano; Roumain
ru Russian; Русский; Russisch; Ruso; Russe
sr Serbian; Srpski; Serbisch; Serbio; Serbe
si Sinhala; Sinhalese
sk Slovak; Slovenčina; Slowakisch; Eslovaco; Slovaque
sl Slovenian; Slovene; sl-SI; Slovenščina; Slowenisch; Esloveno; Slovène
es Spanish; Español; Castellano; Castilian; Spanish (Spain); Spanisch; Espagnol
es-419 Spanish (Latin America); Latin American Spanish; Español (Latinoamérica); es-MX; es-LA
sw Swahili
sv Swedish; sv-SE; Svenska; Schwedisch; Sueco; Suédois
ta Tamil
te Telugu
th Thai; ไทย
tr Turkish; Türkçe; Türkisch; Turco; Turc
uk Ukrainian; uk-UA; Українська; Ukrainisch; Ucraniano; Ukrainien
ur Urdu
uz Uzbek
vi Vietnamese; vi-VN; Tiếng Việt
cy Welsh; Cymraeg
zu Zulu
`;

/**
 * Every language Google supports for an account, by name. Other codes are accepted but may misbehave (Directory API,
 * customers).
 */
export const languages = atFirstUse<readonly Language[]>(() => namedIn(table));

const find = finder<Language>({
  entries: languages,
  words: (language) => [
    language.code,
    language.name,
    labelOf(language),
    ...language.aliases,
    ...homeCode(language.code),
  ],
  label: labelOf,
  fold: (text) => foldName(text).replace(/_/g, '-'),
});

/**
 * The language that a text stands for: Google's code, a usual other code (`he`, `nb`, `de-DE`), or a name, in any case
 * and without accents. `pt` and `zh` stand for several and are never guessed.
 */
export function findLanguage(text: string): Found<Language> {
  return find(text);
}

/** The name with the code, as drop-downs and complaints show it: `Portuguese (Brazil) (pt-BR)`. */
function labelOf({ code, name }: Language): string {
  return `${name} (${code})`;
}

/** `de` is also written `de-DE`: the language in the country that has the same two letters. */
function homeCode(code: string): readonly string[] {
  return /^[a-z]{2}$/.test(code) ? [`${code}-${code}`] : [];
}

/** What a code is called, `Spanish`; a code that Google does not list is called as it stands. */
export function languageName(code: string): string {
  const folded = code.toLowerCase();
  return languages().find((language) => language.code.toLowerCase() === folded)?.name ?? code;
}
