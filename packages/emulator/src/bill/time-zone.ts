/**
 * Meta numbers the time zones of accounts; the number is the place in this list.
 *
 * Meta: "Time zone IDs" of the Marketing API, which `timezone_id` refers to, read 2026-11.
 */
const ZONES = `UTC America/Los_Angeles America/Denver Pacific/Honolulu America/Anchorage
America/Phoenix America/Chicago America/New_York Asia/Dubai America/Argentina/San_Luis
America/Argentina/Buenos_Aires America/Argentina/Salta Europe/Vienna Australia/Perth
Australia/Broken_Hill Australia/Sydney Europe/Sarajevo Asia/Dhaka Europe/Brussels Europe/Sofia
Asia/Bahrain America/La_Paz America/Noronha America/Campo_Grande America/Belem America/Sao_Paulo
America/Nassau America/Dawson America/Vancouver America/Dawson_Creek America/Edmonton
America/Rainy_River America/Regina America/Atikokan America/Iqaluit America/Toronto
America/Blanc-Sablon America/Halifax America/St_Johns Europe/Zurich Pacific/Easter
America/Santiago Asia/Shanghai America/Bogota America/Costa_Rica Asia/Nicosia Europe/Prague
Europe/Berlin Europe/Copenhagen America/Santo_Domingo Pacific/Galapagos America/Guayaquil
Europe/Tallinn Africa/Cairo Atlantic/Canary Europe/Madrid Europe/Helsinki Europe/Paris
Europe/London Africa/Accra Europe/Athens America/Guatemala Asia/Hong_Kong America/Tegucigalpa
Europe/Zagreb Europe/Budapest Asia/Jakarta Asia/Makassar Asia/Jayapura Europe/Dublin
Asia/Jerusalem Asia/Kolkata Asia/Baghdad Atlantic/Reykjavik Europe/Rome America/Jamaica
Asia/Amman Asia/Tokyo Africa/Nairobi Asia/Seoul Asia/Kuwait Asia/Beirut Asia/Colombo
Europe/Vilnius Europe/Luxembourg Europe/Riga Africa/Casablanca Europe/Skopje Europe/Malta
Indian/Mauritius Indian/Maldives America/Tijuana America/Hermosillo America/Mazatlan
America/Mexico_City Asia/Kuala_Lumpur Africa/Lagos America/Managua Europe/Amsterdam Europe/Oslo
Pacific/Auckland Asia/Muscat America/Panama America/Lima Asia/Manila Asia/Karachi Europe/Warsaw
America/Puerto_Rico Asia/Gaza Europe/Lisbon Atlantic/Azores America/Asuncion Asia/Qatar
Europe/Bucharest Europe/Belgrade Europe/Kaliningrad Europe/Moscow Europe/Samara
Asia/Yekaterinburg Asia/Omsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Yakutsk Asia/Vladivostok
Asia/Magadan Asia/Kamchatka Asia/Riyadh Europe/Stockholm Asia/Singapore Europe/Ljubljana
Europe/Bratislava America/El_Salvador Asia/Bangkok Africa/Tunis Europe/Istanbul
America/Port_of_Spain Asia/Taipei Europe/Kiev America/Montevideo America/Caracas
Asia/Ho_Chi_Minh Africa/Johannesburg`.split(/\s+/);

/** The name of a numbered zone, also when the name itself is given; UTC for what is neither. */
export function zoneName(timezoneId: string): string {
  if (timezoneId.includes("/")) return timezoneId;
  return ZONES[Number(timezoneId)] ?? "UTC";
}

/** Every zone is a whole number of these away from UTC, so its day changes only at one of them. */
const QUARTER_MS = 15 * 60 * 1000;
const KEPT = 64;

const formats = new Map<string, Intl.DateTimeFormat>();
const days = new Map<string, string>();

/** The calendar day (`2026-11-23`) of an instant in a zone; asked for each message, so it is remembered. */
export function dayIn(zone: string, at: number): string {
  const quarter = Math.floor(at / QUARTER_MS);
  const key = `${zone} ${quarter}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const day = formatOf(zone).format(new Date(quarter * QUARTER_MS));
  if (days.size >= KEPT) days.clear();
  days.set(key, day);
  return day;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  // The Canadian English form of a date is ISO's.
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
  formats.set(zone, format);
  return format;
}

/** The instant at which a calendar day begins in a zone. */
export function dayStart(zone: string, day: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`);
  // A day begins at most 14 hours from UTC's, at a whole quarter of an hour.
  let at = noon - 26 * 60 * 60 * 1000;
  while (formatOf(zone).format(new Date(at)) < day) at += QUARTER_MS;
  return at;
}

/** The day after, or before with `-1`. */
export function addDays(day: string, count: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + count * 24 * 60 * 60 * 1000;
  return new Date(at).toISOString().slice(0, 10);
}

/** The first day of the month after the one that `day` is in. */
export function nextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}
