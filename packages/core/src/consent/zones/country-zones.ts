/**
 * The time zones of a country, by its two letters. Where people live in several,
 * all of them stand here: which one somebody is in is not known from the country.
 * An island or an outpost whose clock shows the same all year is left out.
 *
 * IANA time zone database, zone1970.tab of release 2026a.
 */
const ZONES = `
  AD Europe/Andorra
  AE Asia/Dubai
  AF Asia/Kabul
  AG America/Antigua
  AI America/Anguilla
  AL Europe/Tirane
  AM Asia/Yerevan
  AO Africa/Luanda
  AR America/Argentina/Buenos_Aires
  AS Pacific/Pago_Pago
  AT Europe/Vienna
  AU Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Darwin Australia/Perth
  AW America/Aruba
  AZ Asia/Baku
  BA Europe/Sarajevo
  BB America/Barbados
  BD Asia/Dhaka
  BE Europe/Brussels
  BF Africa/Ouagadougou
  BG Europe/Sofia
  BH Asia/Bahrain
  BI Africa/Bujumbura
  BJ Africa/Porto-Novo
  BM Atlantic/Bermuda
  BN Asia/Brunei
  BO America/La_Paz
  BR America/Sao_Paulo America/Manaus America/Rio_Branco America/Noronha
  BS America/Nassau
  BT Asia/Thimphu
  BW Africa/Gaborone
  BY Europe/Minsk
  BZ America/Belize
  CA America/St_Johns America/Halifax America/Toronto America/Winnipeg America/Regina America/Edmonton America/Vancouver America/Whitehorse
  CD Africa/Kinshasa Africa/Lubumbashi
  CF Africa/Bangui
  CG Africa/Brazzaville
  CH Europe/Zurich
  CI Africa/Abidjan
  CK Pacific/Rarotonga
  CL America/Santiago America/Punta_Arenas Pacific/Easter
  CM Africa/Douala
  CN Asia/Shanghai
  CO America/Bogota
  CR America/Costa_Rica
  CU America/Havana
  CV Atlantic/Cape_Verde
  CW America/Curacao
  CY Asia/Nicosia
  CZ Europe/Prague
  DE Europe/Berlin
  DJ Africa/Djibouti
  DK Europe/Copenhagen
  DM America/Dominica
  DO America/Santo_Domingo
  DZ Africa/Algiers
  EC America/Guayaquil Pacific/Galapagos
  EE Europe/Tallinn
  EG Africa/Cairo
  ER Africa/Asmara
  ES Europe/Madrid Atlantic/Canary
  ET Africa/Addis_Ababa
  FI Europe/Helsinki
  FJ Pacific/Fiji
  FK Atlantic/Stanley
  FM Pacific/Chuuk Pacific/Pohnpei
  FO Atlantic/Faroe
  FR Europe/Paris
  GA Africa/Libreville
  GB Europe/London
  GD America/Grenada
  GE Asia/Tbilisi
  GF America/Cayenne
  GH Africa/Accra
  GI Europe/Gibraltar
  GL America/Nuuk America/Scoresbysund America/Thule America/Danmarkshavn
  GM Africa/Banjul
  GN Africa/Conakry
  GP America/Guadeloupe
  GQ Africa/Malabo
  GR Europe/Athens
  GT America/Guatemala
  GU Pacific/Guam
  GW Africa/Bissau
  GY America/Guyana
  HK Asia/Hong_Kong
  HN America/Tegucigalpa
  HR Europe/Zagreb
  HT America/Port-au-Prince
  HU Europe/Budapest
  ID Asia/Jakarta Asia/Makassar Asia/Jayapura
  IE Europe/Dublin
  IL Asia/Jerusalem
  IN Asia/Kolkata
  IO Indian/Chagos
  IQ Asia/Baghdad
  IR Asia/Tehran
  IS Atlantic/Reykjavik
  IT Europe/Rome
  JM America/Jamaica
  JO Asia/Amman
  JP Asia/Tokyo
  KE Africa/Nairobi
  KG Asia/Bishkek
  KH Asia/Phnom_Penh
  KI Pacific/Tarawa Pacific/Kanton Pacific/Kiritimati
  KM Indian/Comoro
  KN America/St_Kitts
  KP Asia/Pyongyang
  KR Asia/Seoul
  KW Asia/Kuwait
  KY America/Cayman
  KZ Asia/Almaty
  LA Asia/Vientiane
  LB Asia/Beirut
  LC America/St_Lucia
  LI Europe/Vaduz
  LK Asia/Colombo
  LR Africa/Monrovia
  LS Africa/Maseru
  LT Europe/Vilnius
  LU Europe/Luxembourg
  LV Europe/Riga
  LY Africa/Tripoli
  MA Africa/Casablanca
  MC Europe/Monaco
  MD Europe/Chisinau
  ME Europe/Podgorica
  MG Indian/Antananarivo
  MH Pacific/Majuro
  MK Europe/Skopje
  ML Africa/Bamako
  MM Asia/Yangon
  MN Asia/Ulaanbaatar Asia/Hovd
  MO Asia/Macau
  MP Pacific/Saipan
  MQ America/Martinique
  MR Africa/Nouakchott
  MS America/Montserrat
  MT Europe/Malta
  MU Indian/Mauritius
  MV Indian/Maldives
  MW Africa/Blantyre
  MX America/Mexico_City America/Cancun America/Mazatlan America/Hermosillo America/Tijuana America/Ciudad_Juarez
  MY Asia/Kuala_Lumpur
  MZ Africa/Maputo
  NA Africa/Windhoek
  NC Pacific/Noumea
  NE Africa/Niamey
  NF Pacific/Norfolk
  NG Africa/Lagos
  NI America/Managua
  NL Europe/Amsterdam
  NO Europe/Oslo
  NP Asia/Kathmandu
  NR Pacific/Nauru
  NU Pacific/Niue
  NZ Pacific/Auckland Pacific/Chatham
  OM Asia/Muscat
  PA America/Panama
  PE America/Lima
  PF Pacific/Tahiti Pacific/Marquesas Pacific/Gambier
  PG Pacific/Port_Moresby Pacific/Bougainville
  PH Asia/Manila
  PK Asia/Karachi
  PL Europe/Warsaw
  PM America/Miquelon
  PR America/Puerto_Rico
  PS Asia/Gaza Asia/Hebron
  PT Europe/Lisbon Atlantic/Azores
  PW Pacific/Palau
  PY America/Asuncion
  QA Asia/Qatar
  RE Indian/Reunion
  RO Europe/Bucharest
  RS Europe/Belgrade
  RU Europe/Kaliningrad Europe/Moscow Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Yakutsk Asia/Vladivostok Asia/Magadan Asia/Kamchatka
  RW Africa/Kigali
  SA Asia/Riyadh
  SB Pacific/Guadalcanal
  SC Indian/Mahe
  SD Africa/Khartoum
  SE Europe/Stockholm
  SG Asia/Singapore
  SH Atlantic/St_Helena
  SI Europe/Ljubljana
  SK Europe/Bratislava
  SL Africa/Freetown
  SM Europe/San_Marino
  SN Africa/Dakar
  SO Africa/Mogadishu
  SR America/Paramaribo
  SS Africa/Juba
  ST Africa/Sao_Tome
  SV America/El_Salvador
  SX America/Lower_Princes
  SY Asia/Damascus
  SZ Africa/Mbabane
  TC America/Grand_Turk
  TD Africa/Ndjamena
  TG Africa/Lome
  TH Asia/Bangkok
  TJ Asia/Dushanbe
  TK Pacific/Fakaofo
  TL Asia/Dili
  TM Asia/Ashgabat
  TN Africa/Tunis
  TO Pacific/Tongatapu
  TR Europe/Istanbul
  TT America/Port_of_Spain
  TV Pacific/Funafuti
  TW Asia/Taipei
  TZ Africa/Dar_es_Salaam
  UA Europe/Kyiv
  UG Africa/Kampala
  US America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu
  UY America/Montevideo
  UZ Asia/Tashkent
  VC America/St_Vincent
  VE America/Caracas
  VG America/Tortola
  VI America/St_Thomas
  VN Asia/Ho_Chi_Minh
  VU Pacific/Efate
  WF Pacific/Wallis
  WS Pacific/Apia
  XK Europe/Belgrade
  YE Asia/Aden
  ZA Africa/Johannesburg
  ZM Africa/Lusaka
  ZW Africa/Harare
`;

/** By country. */
export const COUNTRY_ZONES: ReadonlyMap<string, readonly string[]> = new Map(
  ZONES.trim()
    .split("\n")
    .map((line) => {
      const [country = "", ...zones] = line.trim().split(" ");
      return [country, zones];
    }),
);
