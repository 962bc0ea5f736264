import { callingCode } from "../phone.ts";

/**
 * Area codes of +1 that are not in the United States: Canada, the Caribbean,
 * Bermuda and Puerto Rico. North American Numbering Plan, read 2026-11.
 */
const OTHER_AREAS = new Set(
  (
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 " +
    "450 460 468 474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 " +
    "780 782 807 819 825 867 873 879 902 905 942 " +
    "242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 787 809 829 849 868 869 876 939"
  ).split(" "),
);

/** The European Economic Area, the United Kingdom, Japan and South Korea. */
const WITHOUT_MARKETING_LIMIT = new Set(
  (
    "30 31 32 33 34 36 39 40 43 44 45 46 47 48 49 81 82 351 352 353 354 356 357 358 359 370 371 " +
    "372 385 386 420 421 423"
  ).split(" "),
);

/** Cuba, Iran, North Korea and Syria: the platform has no businesses and no recipients there. */
const CLOSED = new Set(["53", "98", "850", "963"]);

/**
 * Whether marketing templates to the number are not delivered at all.
 *
 * Meta: none to numbers with +1 and a United States area code since 2025-04-01,
 * docs/…/templates/marketing-templates, read 2026-11.
 */
export function isMarketingPaused(digits: string): boolean {
  return digits.startsWith("1") && !OTHER_AREAS.has(digits.slice(1, 4));
}

/** Whether each person of that country gets only so much marketing; docs/…/per-user-limits, read 2026-11. */
export function hasMarketingLimit(digits: string): boolean {
  return !WITHOUT_MARKETING_LIMIT.has(callingCode(digits));
}

export function isClosedCountry(digits: string): boolean {
  return CLOSED.has(callingCode(digits));
}
