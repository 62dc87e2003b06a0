import { finder, namedIn, type Found, type Named } from './find';
import { foldName } from './names';

/** The languages of a Google Workspace account (Directory API, "Supported languages" page). */

/**
 * One language that Google supports for new users of an account. The code is Google’s: `es-419`, and the older ones
 * `iw` (Hebrew) and `no` (Norwegian).
 */
export type Language = Named;

/** A language a line: its code, its name, and other names after semicolons. */
const table = `
af Afrikaans
sq Albanian; Shqip
am Amharic
ar Arabic; العربية
hy Armenian
as Assamese
az Azerbaijani
eu Basque; Euskara
bn Bengali; Bangla
bg Bulgarian; български
my Burmese
ca Catalan; Català
chr Cherokee
zh-HK Chinese (Hong Kong); zh; Chinese; Traditional Chinese; zh-Hant; 中文
zh-CN Chinese (Simplified); zh; Chinese; Simplified Chinese; Mandarin; zh-Hans; zh-SG; 中文; 简体中文
zh-TW Chinese (Traditional); zh; Chinese; Traditional Chinese; zh-Hant; Chinese (Taiwan); 中文; 繁體中文
hr Croatian; Hrvatski
cs Czech; cs-CZ; Čeština
da Danish; da-DK; Dansk
nl Dutch; Nederlands; Flemish; nl-BE
en-GB English (UK); British English; en-UK; English (United Kingdom)
en English; en-US; English (US); American English; English (United States)
et Estonian; et-EE; Eesti
fil Filipino; tl; Tagalog
fi Finnish; Suomi
fr French; Français; French (France)
fr-CA French (Canada); Canadian French
gl Galician; Galego
ka Georgian
de German; Deutsch; de-AT; de-CH
el Greek; el-GR; gr; Ελληνικά
gu Gujarati
iw Hebrew; he; he-IL; iw-IL; עברית
hi Hindi; hi-IN; हिन्दी
hu Hungarian; Magyar
is Icelandic
id Indonesian; Bahasa Indonesia; in
ga Irish; ga-IE
it Italian; Italiano
ja Japanese; ja-JP; jp; 日本語
kn Kannada
kk Kazakh
km Khmer
ko Korean; ko-KR; 한국어
lo Lao
lv Latvian
lt Lithuanian; Lietuvių
mk Macedonian
ms Malay; ms-MY; Bahasa Melayu
ml Malayalam
mr Marathi
mn Mongolian
ne Nepali
no Norwegian; nb; nb-NO; Bokmål; Norwegian Bokmål; Norsk
or Oriya; Odia
fa Persian; Farsi; fa-IR
pl Polish; Polski
pt-BR Portuguese (Brazil); pt; Portuguese; Português; Brazilian Portuguese
pt-PT Portuguese (Portugal); pt; Portuguese; Português; European Portuguese
pa Punjabi
ro Romanian; Română
ru Russian; Русский
sr Serbian; Srpski
si Sinhala; Sinhalese
sk Slovak; Slovenčina
sl Slovenian; Slovene; sl-SI; Slovenščina
es Spanish; Español; Castellano; Castilian; Spanish (Spain)
es-419 Spanish (Latin America); Latin American Spanish; Español (Latinoamérica); es-MX; es-LA
sw Swahili
sv Swedish; sv-SE; Svenska
ta Tamil
te Telugu
th Thai; ไทย
tr Turkish; Türkçe
uk Ukrainian; uk-UA; Українська
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
export const languages: readonly Language[] = namedIn(table);

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
  return languages.find((language) => language.code.toLowerCase() === folded)?.name ?? code;
}
