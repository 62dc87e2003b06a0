import { atFirstUse } from '../engine/at-first-use';
import { foreignNamesOf } from './country-names';
import { finder, namedIn, type Found, type Named } from './find';
import { foldName } from './names';

/**
 * Countries for a customer's address: Google takes the ISO 3166-1 alpha-2 code (Reseller API, customers,
 * `countryCode`).
 */

/** One country or territory of ISO 3166-1; the code is two capital letters: `ES`. */
export type Country = Named;

/** A country a line: its code, its name, and other names after semicolons. */
const table = `
AD Andorra
AE United Arab Emirates; UAE; Emirates
AF Afghanistan
AG Antigua and Barbuda
AI Anguilla
AL Albania
AM Armenia
AO Angola
AQ Antarctica
AR Argentina
AS American Samoa
AT Austria; Österreich
AU Australia
AW Aruba
AX Åland Islands; Åland
AZ Azerbaijan
BA Bosnia and Herzegovina
BB Barbados
BD Bangladesh
BE Belgium; België; Belgique
BF Burkina Faso
BG Bulgaria
BH Bahrain
BI Burundi
BJ Benin
BL Saint Barthélemy
BM Bermuda
BN Brunei; Brunei Darussalam
BO Bolivia; Plurinational State of Bolivia
BQ Caribbean Netherlands; Bonaire, Sint Eustatius and Saba
BR Brazil; Brasil
BS Bahamas; The Bahamas
BT Bhutan
BV Bouvet Island
BW Botswana
BY Belarus; Belorussia
BZ Belize
CA Canada
CC Cocos Islands; Cocos (Keeling) Islands; Keeling Islands
CD Democratic Republic of the Congo; Congo - Kinshasa; DR Congo; DRC
CF Central African Republic
CG Congo; Congo - Brazzaville; Republic of the Congo
CH Switzerland; Schweiz; Suisse; Svizzera
CI Côte d'Ivoire; Ivory Coast; Cote dIvoire
CK Cook Islands
CL Chile
CM Cameroon
CN China; People's Republic of China; PRC
CO Colombia
CR Costa Rica
CU Cuba
CV Cape Verde; Cabo Verde
CW Curaçao
CX Christmas Island
CY Cyprus
CZ Czechia; Czech Republic
DE Germany; Deutschland; Federal Republic of Germany
DJ Djibouti
DK Denmark; Danmark
DM Dominica
DO Dominican Republic
DZ Algeria
EC Ecuador
EE Estonia
EG Egypt
EH Western Sahara
ER Eritrea
ES Spain; España
ET Ethiopia
FI Finland; Suomi
FJ Fiji
FK Falkland Islands; Malvinas
FM Micronesia; Federated States of Micronesia
FO Faroe Islands
FR France
GA Gabon
GB United Kingdom; UK; Great Britain; Britain; England; Scotland; Wales; Northern Ireland
GD Grenada
GE Georgia
GF French Guiana
GG Guernsey
GH Ghana
GI Gibraltar
GL Greenland
GM Gambia; The Gambia
GN Guinea
GP Guadeloupe
GQ Equatorial Guinea
GR Greece; Hellas; EL
GS South Georgia and South Sandwich Islands
GT Guatemala
GU Guam
GW Guinea-Bissau
GY Guyana
HK Hong Kong; Hong Kong SAR China
HM Heard and McDonald Islands
HN Honduras
HR Croatia; Hrvatska
HT Haiti
HU Hungary; Magyarország
ID Indonesia
IE Ireland; Republic of Ireland; Eire
IL Israel
IM Isle of Man
IN India
IO British Indian Ocean Territory
IQ Iraq
IR Iran; Islamic Republic of Iran
IS Iceland
IT Italy; Italia
JE Jersey
JM Jamaica
JO Jordan
JP Japan; Nippon; 日本
KE Kenya
KG Kyrgyzstan; Kirghizia
KH Cambodia
KI Kiribati
KM Comoros
KN Saint Kitts and Nevis
KP North Korea; Democratic People's Republic of Korea; DPRK; Korea
KR South Korea; Republic of Korea; Korea
KW Kuwait
KY Cayman Islands
KZ Kazakhstan
LA Laos; Lao People's Democratic Republic
LB Lebanon
LC Saint Lucia
LI Liechtenstein
LK Sri Lanka
LR Liberia
LS Lesotho
LT Lithuania
LU Luxembourg; Luxemburg
LV Latvia
LY Libya
MA Morocco
MC Monaco
MD Moldova; Republic of Moldova
ME Montenegro
MF Saint Martin
MG Madagascar
MH Marshall Islands
MK North Macedonia; Macedonia
ML Mali
MM Myanmar; Burma
MN Mongolia
MO Macao; Macau
MP Northern Mariana Islands
MQ Martinique
MR Mauritania
MS Montserrat
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico; México
MY Malaysia
MZ Mozambique
NA Namibia
NC New Caledonia
NE Niger
NF Norfolk Island
NG Nigeria
NI Nicaragua
NL Netherlands; Holland; The Netherlands; Nederland
NO Norway; Norge
NP Nepal
NR Nauru
NU Niue
NZ New Zealand; Aotearoa
OM Oman
PA Panama
PE Peru; Perú
PF French Polynesia
PG Papua New Guinea
PH Philippines; The Philippines
PK Pakistan
PL Poland; Polska
PM Saint Pierre and Miquelon
PN Pitcairn Islands
PR Puerto Rico
PS Palestine; Palestinian Territories; State of Palestine
PT Portugal
PW Palau
PY Paraguay
QA Qatar
RE Réunion
RO Romania
RS Serbia
RU Russia; Russian Federation
RW Rwanda
SA Saudi Arabia
SB Solomon Islands
SC Seychelles
SD Sudan
SE Sweden; Sverige
SG Singapore
SH Saint Helena; Saint Helena, Ascension and Tristan da Cunha
SI Slovenia
SJ Svalbard and Jan Mayen
SK Slovakia; Slovak Republic
SL Sierra Leone
SM San Marino
SN Senegal
SO Somalia
SR Suriname
SS South Sudan
ST São Tomé and Príncipe
SV El Salvador
SX Sint Maarten
SY Syria; Syrian Arab Republic
SZ Eswatini; Swaziland
TC Turks and Caicos Islands
TD Chad
TF French Southern Territories
TG Togo
TH Thailand
TJ Tajikistan
TK Tokelau
TL Timor-Leste; East Timor
TM Turkmenistan
TN Tunisia
TO Tonga
TR Türkiye; Turkey
TT Trinidad and Tobago
TV Tuvalu
TW Taiwan; Republic of China; Chinese Taipei
TZ Tanzania; United Republic of Tanzania
UA Ukraine
UG Uganda
UM United States Minor Outlying Islands; US Outlying Islands
US United States; USA; United States of America; America; U.S.; U.S.A.
UY Uruguay
UZ Uzbekistan
VA Vatican City; Holy See; Vatican
VC Saint Vincent and the Grenadines
VE Venezuela; Bolivarian Republic of Venezuela
VG British Virgin Islands
VI US Virgin Islands
VN Vietnam; Viet Nam
VU Vanuatu
WF Wallis and Futuna
WS Samoa
YE Yemen
YT Mayotte
ZA South Africa; RSA
ZM Zambia
ZW Zimbabwe
`;

/** Every country and territory with an officially assigned ISO 3166-1 alpha-2 code. */
export const countries = atFirstUse<readonly Country[]>(() => namedIn(table));

const find = finder<Country>({
  entries: countries,
  words: (country) => [
    country.code,
    labelOf(country),
    country.name,
    ...country.aliases,
    ...foreignNamesOf(country.code),
  ],
  label: labelOf,
  fold: (text) =>
    foldName(text)
      .replace(/[.,'’]/g, '')
      .replace(/&/g, 'and')
      .replace(/\bst\b/g, 'saint')
      .replace(/^the /, ''),
});

/**
 * The country that a text stands for: its code or a name, in any case and without accents. `Korea` is never guessed.
 */
export function findCountry(text: string): Found<Country> {
  return find(text);
}

/** The name with the code, as drop-downs and complaints show it: `Spain (ES)`. */
function labelOf({ code, name }: Country): string {
  return `${name} (${code})`;
}
