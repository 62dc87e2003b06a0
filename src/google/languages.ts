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
 * A language a line: its code, its name, and other names after semicolons: what it calls itself, and what the other
 * languages call it in which headers are read (Unicode CLDR).
 */
const table = `
af Afrikaans
sq Albanian; Shqip; Albanisch; Albanés; Albanais
am Amharic; አማርኛ; Amharisch; Amárico; Amharique
ar Arabic; العربية; Arabisch; Árabe; Arabe
hy Armenian; Հայերեն; Armenisch; Armenio; Arménien
as Assamese; অসমীয়া; Assamesisch; Asamés; Assamais
az Azerbaijani; Azərbaycan; Aserbaidschanisch; Azerbaiyano; Azerbaïdjanais
eu Basque; Euskara; Baskisch; Euskera
bn Bengali; Bangla; বাংলা; Bengalisch
bg Bulgarian; български; Bulgarisch; Búlgaro; Bulgare
my Burmese; မြန်မာ; Birmanisch; Birmano; Birman
ca Catalan; Català; Katalanisch; Catalán
chr Cherokee; ᏣᎳᎩ; Cheroqui
zh-HK Chinese (Hong Kong); zh; Chinese; Traditional Chinese; zh-Hant; 中文; Chinesisch; Chino; Chinois; 中文（香港）; 繁體中文（香港）
zh-CN Chinese (Simplified); zh; Chinese; Simplified Chinese; Mandarin; zh-Hans; zh-SG; 中文; 简体中文; Chinesisch; Chino; Chinois; 中文（简体）; 中文（中国）; Chinesisch (vereinfacht); Chino (simplificado); Chinois (simplifié)
zh-TW Chinese (Traditional); zh; Chinese; Traditional Chinese; zh-Hant; Chinese (Taiwan); 中文; 繁體中文; Chinesisch; Chino; Chinois; 中文（繁體）; 中文（台灣）; Chinesisch (traditionell); Chino (tradicional); Chinois (traditionnel)
hr Croatian; Hrvatski; Kroatisch; Croata; Croate
cs Czech; cs-CZ; Čeština; Tschechisch; Checo; Tchèque
da Danish; da-DK; Dansk; Dänisch; Danés; Danois
nl Dutch; Nederlands; Flemish; nl-BE; Niederländisch; Holländisch; Neerlandés; Holandés; Néerlandais
en-GB English (UK); British English; en-UK; English (United Kingdom); Englisch (Vereinigtes Königreich); Inglés (Reino Unido); Anglais (Royaume-Uni)
en English; en-US; English (US); American English; English (United States); Englisch; Inglés; Anglais
et Estonian; et-EE; Eesti; Estnisch; Estonio; Estonien
fil Filipino; tl; Tagalog
fi Finnish; Suomi; Finnisch; Finés; Finlandés; Finnois
fr French; Français; French (France); Französisch; Francés
fr-CA French (Canada); Canadian French; Français (Canada); Français canadien; Französisch (Kanada); Francés (Canadá)
gl Galician; Galego; Galicisch; Gallego; Galicien
ka Georgian; ქართული; Georgisch; Georgiano; Géorgien
de German; Deutsch; de-AT; de-CH; Alemán; Allemand
el Greek; el-GR; gr; Ελληνικά; Griechisch; Griego; Grec
gu Gujarati; ગુજરાતી; Guyaratí; Goudjarati
iw Hebrew; he; he-IL; iw-IL; עברית; Hebräisch; Hebreo; Hébreu
hi Hindi; hi-IN; हिन्दी
hu Hungarian; Magyar; Ungarisch; Húngaro; Hongrois
is Icelandic; Íslenska; Isländisch; Islandés; Islandais
id Indonesian; Bahasa Indonesia; in; Indonesia; Indonesisch; Indonesio; Indonésien
ga Irish; ga-IE; Gaeilge; Irisch; Irlandés; Irlandais
it Italian; Italiano; Italienisch; Italien
ja Japanese; ja-JP; jp; 日本語; Japanisch; Japonés; Japonais
kn Kannada; ಕನ್ನಡ; Canarés
kk Kazakh; Қазақ тілі; Kasachisch; Kazajo
km Khmer; ខ្មែរ; Jemer
ko Korean; ko-KR; 한국어; Koreanisch; Coreano; Coréen
lo Lao; ລາວ; Laotisch
lv Latvian; Lettisch; Letón; Letton; Latviešu
lt Lithuanian; Lietuvių; Litauisch; Lituano; Lituanien
mk Macedonian; Македонски; Mazedonisch; Macedonio; Macédonien
ms Malay; ms-MY; Bahasa Melayu; Melayu; Malaiisch; Malayo; Malais
ml Malayalam; മലയാളം
mr Marathi; मराठी; Maratí
mn Mongolian; Монгол; Mongolisch; Mongol
ne Nepali; नेपाली; Nepalesisch; Népalais
no Norwegian; nb; nb-NO; Bokmål; Norwegian Bokmål; Norsk; Norwegisch; Noruego; Norvégien
or Oriya; Odia; ଓଡ଼ିଆ
fa Persian; Farsi; fa-IR; فارسی; Persisch; Persa; Persan
pl Polish; Polski; Polnisch; Polaco; Polonais
pt-BR Portuguese (Brazil); pt; Portuguese; Português; Brazilian Portuguese; Portugiesisch; Portugués; Portugais; Português (Brasil); Português brasileiro; Portugiesisch (Brasilien); Portugués (Brasil); Portugais (Brésil)
pt-PT Portuguese (Portugal); pt; Portuguese; Português; European Portuguese; Portugiesisch; Portugués; Portugais; Português (Portugal); Português europeu; Portugiesisch (Portugal); Portugués (Portugal); Portugais (Portugal)
pa Punjabi; ਪੰਜਾਬੀ; Punyabí; Pendjabi
ro Romanian; Română; Rumänisch; Rumano; Roumain
ru Russian; Русский; Russisch; Ruso; Russe
sr Serbian; Srpski; Serbisch; Serbio; Serbe; Српски
si Sinhala; Sinhalese; සිංහල; Singhalesisch; Cingalés; Cingalais
sk Slovak; Slovenčina; Slowakisch; Eslovaco; Slovaque
sl Slovenian; Slovene; sl-SI; Slovenščina; Slowenisch; Esloveno; Slovène
es Spanish; Español; Castellano; Castilian; Spanish (Spain); Spanisch; Espagnol
es-419 Spanish (Latin America); Latin American Spanish; Español (Latinoamérica); es-MX; es-LA; Español latinoamericano; Spanisch (Lateinamerika); Espagnol (Amérique latine)
sw Swahili; Kiswahili; Suaheli; Suajili
sv Swedish; sv-SE; Svenska; Schwedisch; Sueco; Suédois
ta Tamil; தமிழ்; Tamoul
te Telugu; తెలుగు; Télougou
th Thai; ไทย; Thailändisch; Tailandés
tr Turkish; Türkçe; Türkisch; Turco; Turc
uk Ukrainian; uk-UA; Українська; Ukrainisch; Ucraniano; Ukrainien
ur Urdu; اردو; Ourdou
uz Uzbek; Oʻzbek; O‘zbek; Usbekisch; Uzbeko; Ouzbek
vi Vietnamese; vi-VN; Tiếng Việt; Vietnamesisch; Vietnamita; Vietnamien
cy Welsh; Cymraeg; Walisisch; Galés; Gallois
zu Zulu; isiZulu; Zoulou
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
