/**
 * How many people are meant: counted, or judged from a sample.
 *
 * A judged number says between which ends the true one lies, in 19 of 20
 * cases. It is never shown without them.
 */
export type PeopleNumber =
  | { readonly exact: true; readonly count: number }
  | {
      readonly exact: false;
      readonly about: number;
      readonly least: number;
      readonly most: number;
    };

/** Some people, drawn by lot from all, and how many of them are meant. */
export type Sample = { readonly total: number; readonly drawn: number; readonly hits: number };

/** The same where nobody has counted all: what share of the dice was drawn. */
export type Share = { readonly share: number; readonly hits: number };

/** The number of standard deviations that 95 of 100 samples lie within. */
const Z = 1.959964;

/**
 * What a sample says of everybody.
 *
 * The ends are Wilson's: they hold for few hits too, where the usual ones would
 * say that nobody else is meant. Those who were drawn need not be judged: at
 * least they are meant, and at least those who were not hit are not.
 */
export function estimate({ total, drawn, hits }: Sample): PeopleNumber {
  if (drawn >= total) return { exact: true, count: hits };
  if (drawn === 0) return { exact: false, about: 0, least: 0, most: total };
  const share = hits / drawn;
  const weight = 1 + (Z * Z) / drawn;
  const middle = (share + (Z * Z) / (2 * drawn)) / weight;
  const spread =
    (Z / weight) * Math.sqrt((share * (1 - share)) / drawn + (Z * Z) / (4 * drawn * drawn));
  return {
    exact: false,
    about: Math.round(total * share),
    least: Math.max(hits, Math.floor(total * (middle - spread))),
    most: Math.min(total - (drawn - hits), Math.ceil(total * (middle + spread))),
  };
}

/**
 * What is said of everybody by those whose dice lie in some share of all, when it
 * is not known how many all are. The number of hits itself is by chance then, so
 * the ends lie further apart.
 */
export function estimateByShare({ share, hits }: Share): PeopleNumber {
  const middle = hits + (Z * Z) / 2;
  const spread = Z * Math.sqrt(hits + (Z * Z) / 4);
  return {
    exact: false,
    about: Math.round(hits / share),
    least: Math.max(hits, Math.floor((middle - spread) / share)),
    most: Math.ceil((middle + spread) / share),
  };
}
