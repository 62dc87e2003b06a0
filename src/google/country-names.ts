import { atFirstUse } from '../engine/at-first-use';
import { namedIn } from './find';

/**
 * What the countries that most customers are in are called in German, French, Spanish, Italian, Portuguese, Dutch,
 * Polish, Japanese, Chinese and Korean (Unicode CLDR), and as people shorten them there; what `countries.ts` has is
 * left out. A country a line: its code, and names after it.
 */
const table = `
AE Vereinigte Arabische Emirate; Émirats arabes unis; Emiratos Árabes Unidos; Emirati Arabi Uniti; Emirados Árabes Unidos; Verenigde Arabische Emiraten; Zjednoczone Emiraty Arabskie; アラブ首長国連邦; 阿拉伯联合酋长国; 阿拉伯聯合大公國; 아랍에미리트
AR Argentinien; Argentine; Argentinië; Argentyna; アルゼンチン; 阿根廷; 아르헨티나
AT Autriche; Oostenrijk; オーストリア; 奥地利; 奧地利; 오스트리아
AU Australien; Australie; オーストラリア; 澳大利亚; 澳洲; 오스트레일리아
BE Belgien; Bélgica; Belgio; Belgia; ベルギー; 比利时; 比利時; 벨기에
BG Bulgarien; Bulgarie; Bulgarije; ブルガリア; 保加利亚; 保加利亞; 불가리아
BR Brasilien; Brésil; Brasile; Brazilië; Brazylia; ブラジル; 巴西; 브라질
CA Kanada; カナダ; 加拿大; 캐나다
CH Suiza; Suíça; Zwitserland; Szwajcaria; スイス; 瑞士; 스위스
CI Elfenbeinküste; Costa de Marfil; Costa d’Avorio; Costa do Marfim; Ivoorkust
CL Chili; Cile; チリ; 智利; 칠레
CN Chine; Cina; Chiny; 中国; 中國; 중국; VR China
CO Kolumbien; Colombie; Kolumbia; コロンビア; 哥伦比亚; 哥倫比亞; 콜롬비아
CZ Tschechien; Tchéquie; Chequia; Cechia; Tchéquia; Tsjechië; Czechy; チェコ; 捷克; 체코; Tschechische Republik; République tchèque; República Checa; Repubblica Ceca
DE Allemagne; Alemania; Germania; Alemanha; Duitsland; Niemcy; ドイツ; 德国; 德國; 독일
DK Dänemark; Dinamarca; Danimarca; Denemarken; Dania; デンマーク; 丹麦; 丹麥; 덴마크
ES Spanien; Espagne; Spagna; Espanha; Spanje; Hiszpania; スペイン; 西班牙; 스페인
FI Finnland; Finlande; Finlandia; フィンランド; 芬兰; 芬蘭; 핀란드
FR Frankreich; Francia; França; Frankrijk; Francja; フランス; 法国; 法國; 프랑스
GB Vereinigtes Königreich; Royaume-Uni; Reino Unido; Regno Unito; Verenigd Koninkrijk; Wielka Brytania; イギリス; 英国; 英國; 영국; Großbritannien; Grande-Bretagne; Gran Bretaña; Gran Bretagna; Groot-Brittannië
GR Griechenland; Grèce; Grecia; Griekenland; Grecja; ギリシャ; 希腊; 希臘; 그리스
HK Hongkong; 香港; 홍콩
HU Ungarn; Hongrie; Hungría; Ungheria; Hongarije; Węgry; ハンガリー; 匈牙利; 헝가리
IE Irland; Irlande; Irlanda; Ierland; Irlandia; アイルランド; 爱尔兰; 愛爾蘭; 아일랜드
IL Israele; Izrael; イスラエル; 以色列; 이스라엘
IN Indien; Inde; Indie; インド; 印度; 인도
IT Italien; Italie; Włochy; イタリア; 意大利; 義大利; 이탈리아
JP Japon; Giappone; Japão; Japonia; 일본
KR Südkorea; Corée du Sud; Corea del Sur; Corea del Sud; Coreia do Sul; Zuid-Korea; Korea Południowa; 韓国; 韩国; 南韓; 대한민국; 한국
LU Luxemburgo; Lussemburgo; Luksemburg; ルクセンブルク; 卢森堡; 盧森堡; 룩셈부르크
MA Marokko; Maroc; Marruecos; Marocco; Marrocos; Maroko; モロッコ; 摩洛哥; 모로코
MX Mexiko; Mexique; Messico; Meksyk; メキシコ; 墨西哥; 멕시코
NL Niederlande; Pays-Bas; Países Bajos; Paesi Bassi; Países Baixos; Holandia; オランダ; 荷兰; 荷蘭; 네덜란드; Hollande; Holanda; Olanda
NO Norwegen; Norvège; Noruega; Norvegia; Noorwegen; Norwegia; ノルウェー; 挪威; 노르웨이
NZ Neuseeland; Nouvelle-Zélande; Nueva Zelanda; Nuova Zelanda; Nova Zelândia; Nieuw-Zeeland; Nowa Zelandia; ニュージーランド; 新西兰; 紐西蘭; 뉴질랜드
PL Polen; Pologne; Polonia; ポーランド; 波兰; 波蘭; 폴란드
PT Portogallo; Portugalia; ポルトガル; 葡萄牙; 포르투갈
RO Rumänien; Roumanie; Rumanía; Romênia; Roemenië; Rumunia; ルーマニア; 罗马尼亚; 羅馬尼亞; 루마니아
RU Russland; Russie; Rusia; Rusland; Rosja; ロシア; 俄罗斯; 俄羅斯; 러시아
SA Saudi-Arabien; Arabie saoudite; Arabia Saudí; Arabia Saudita; Saoedi-Arabië; Arabia Saudyjska; サウジアラビア; 沙特阿拉伯; 沙烏地阿拉伯; 사우디아라비아
SE Schweden; Suède; Suecia; Svezia; Zweden; Szwecja; スウェーデン; 瑞典; 스웨덴
SG Singapur; Singapour; Singapura; シンガポール; 新加坡; 싱가포르
SK Slowakei; Slovaquie; Eslovaquia; Slovacchia; Slowakije; Słowacja; スロバキア; 斯洛伐克; 슬로바키아
TH Thaïlande; Tailandia; Thailandia; Tajlandia; タイ; 泰国; 泰國; 태국
TR Türkei; Turquie; Turquía; Turchia; Turkije; Turcja; トルコ; 土耳其; 튀르키예
TW Tajwan; 台湾; 台灣; 대만; 臺灣
UA Ucrania; Ucraina; Oekraïne; Ukraina; ウクライナ; 乌克兰; 烏克蘭; 우크라이나
US Vereinigte Staaten; États-Unis; Estados Unidos; Stati Uniti; Verenigde Staten; Stany Zjednoczone; アメリカ合衆国; 美国; 美國; 미국; アメリカ; 米国; EE. UU.; E.U.A.; EUA
VN Vietnã; Wietnam; ベトナム; 越南; 베트남
ZA Südafrika; Afrique du Sud; Sudáfrica; África do Sul; Zuid-Afrika; Republika Południowej Afryki; 南アフリカ; 南非; 남아프리카
`;

const names = atFirstUse(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(namedIn(table).map((one) => [one.code, [one.name, ...one.aliases]])),
);

/** Names of a country in those languages, by its code; none for most. */
export function foreignNamesOf(code: string): readonly string[] {
  return names().get(code) ?? [];
}
