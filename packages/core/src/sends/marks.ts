/**
 * For how long a sender begins anything after it has marked the database.
 *
 * A mark is kept outside of the database with how many sends had begun by then:
 * of an older copy it tells how many more there were. What begins after the last
 * mark is bounded by this alone.
 */
export const MARK_GOOD_FOR_MS = 5_000;
