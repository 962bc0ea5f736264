export type Coordinates = { readonly latitude: number; readonly longitude: number };

const NUMBER = String.raw`-?\d{1,3}(?:\.\d{1,15})?`;
const PAIR = String.raw`(${NUMBER})(?:,|%2C)\s?\+?(${NUMBER})`;

/** Where links of maps carry their point, the most exact first; each has the latitude before the longitude. */
const IN_LINKS: readonly RegExp[] = [
  new RegExp(`!3d(${NUMBER})!4d(${NUMBER})`, "u"),
  new RegExp(`[?&]mlat=(${NUMBER})&mlon=(${NUMBER})`, "u"),
  new RegExp(`[?&](?:q|query|daddr|destination|ll|coordinate|center|sll)=(?:loc:)?${PAIR}`, "u"),
  new RegExp(`#map=\\d{1,2}(?:\\.\\d+)?/(${NUMBER})/(${NUMBER})`, "u"),
  new RegExp(`/(?:place|dir|search)/(?:[^/]{0,200}/)?${PAIR}`, "u"),
  new RegExp(`/@${PAIR}`, "u"),
  new RegExp(`^geo:${PAIR}`, "u"),
];

/** These write the longitude first. */
const TURNED_HOSTS = /^https?:\/\/(?:[\w-]+\.)*(?:yandex|2gis)\.[a-z.]{2,8}\//iu;
const IN_TURNED_LINKS: readonly RegExp[] = [
  new RegExp(`[?&](?:whatshere(?:\\[|%5B)point(?:\\]|%5D)|pt|ll|m)=${PAIR}`, "u"),
  new RegExp(`/geo/(?:\\d+/)?${PAIR}`, "u"),
];

/**
 * The point that a text names: a link of a map (Google, OpenStreetMap, Apple,
 * Yandex, 2GIS, `geo:`) or coordinates as people write them. Null when there is
 * none in it.
 *
 * Nothing is asked of anybody: a shortened link says nothing by itself.
 */
export function placeInText(text: string): Coordinates | null {
  const written = text.trim().slice(0, 2000);
  if (/^(?:https?:\/\/|geo:)/iu.test(written)) return inLink(written);
  return inDegrees(written) ?? inNumbers(written);
}

function inLink(link: string): Coordinates | null {
  if (TURNED_HOSTS.test(link)) {
    const found = firstMatch(IN_TURNED_LINKS, link);
    return found ? point(Number(found[2]), Number(found[1])) : null;
  }
  const found = firstMatch(IN_LINKS, link);
  return found ? point(Number(found[1]), Number(found[2])) : null;
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found;
  }
  return null;
}

/** "55.75, 37.61", "55,75; 37,61", "55.75 37.61", and the same with the letters of the hemispheres. */
function inNumbers(text: string): Coordinates | null {
  const plain = new RegExp(
    `^(${NUMBER})\\s?°?\\s?([NSСЮ]?)[,;\\s]{1,3}(${NUMBER})\\s?°?\\s?([EWВЗ]?)$`,
    "iu",
  );
  const comma = String.raw`-?\d{1,3}(?:,\d{1,15})?`;
  const withCommas = new RegExp(`^(${comma})()(?:\\s|;\\s?)(${comma})()$`, "u");
  const found = plain.exec(text) ?? withCommas.exec(text);
  if (!found) return null;
  const [, latitude = "", north = "", longitude = "", east = ""] = found;
  return point(
    Number(latitude.replace(",", ".")) * signOf(north),
    Number(longitude.replace(",", ".")) * signOf(east),
  );
}

const DEGREES = String.raw`(\d{1,3})\s?°\s?(\d{1,2})\s?[′'’]\s?(?:(\d{1,2}(?:[.,]\d{1,6})?)\s?(?:″|"|”|''))?\s?`;
const BOTH_DEGREES = new RegExp(`^${DEGREES}([NSСЮ])[,;\\s]{0,3}${DEGREES}([EWВЗ])$`, "iu");

/** 55°45′21″N 37°37′04″E */
function inDegrees(text: string): Coordinates | null {
  const found = BOTH_DEGREES.exec(text);
  if (!found) return null;
  const at = (first: number) =>
    (Number(found[first]) +
      Number(found[first + 1]) / 60 +
      Number((found[first + 2] ?? "0").replace(",", ".")) / 3600) *
    signOf(found[first + 3] ?? "");
  return point(at(1), at(5));
}

function signOf(hemisphere: string): 1 | -1 {
  return /^[SWЮЗ]$/iu.test(hemisphere) ? -1 : 1;
}

function point(latitude: number, longitude: number): Coordinates | null {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude: rounded(latitude), longitude: rounded(longitude) } : null;
}

/** To a hand's breadth: more digits are noise of the arithmetic. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
