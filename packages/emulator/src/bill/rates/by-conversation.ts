import { borrow, readCard } from "../rate-card.ts";

/**
 * The first conversation card, in US dollars. Meta's file is gone; the rates
 * are computed back from price lists that add one fifth to it, and agree with
 * its euro card at that day's course.
 */
export const CARD_2022_02 = readCard("2022-02-01", "USD", {
  kinds: ["business-initiated", "user-initiated"],
  rows: `
    AR 526~ 316~
    BR 500~ 300~
    CL 757~ 454~
    CO 100~ 60~
    EG 1073~ 644~
    FR 1432~ 859~
    DE 1365~ 819~
    IN 66~ 40~
    ID 316~ 190~
    IL 300~ 180~
    IT 643~ 386~
    MY 732~ 220~
    MX 349~ 105~
    NL 1485~ 891~
    NG 516~ 310~
    PK 473~ 142~
    PE 598~ 179~
    RU 663~ 398~
    SA 325~ 195~
    ZA 280~ 168~
    ES 615~ 369~
    TR 100~ 30~
    AE 316~ 190~
    GB 647~ 388~
    NORTH_AMERICA 147~ 88~
    REST_OF_AFRICA 1208~ 363~
    REST_OF_ASIA_PACIFIC 745~ 224~
    REST_OF_EASTERN_EUROPE 835~ 250~
    REST_OF_LATIN_AMERICA 706~ 423~
    REST_OF_MIDDLE_EAST 727~ 218~
    REST_OF_WESTERN_EUROPE 1323~ 397~
    OTHER 483~ 145~
  `,
});

/** The list of 2018 is not known; a notification costs what a business-initiated conversation did. */
export const CARD_2018 = borrow(CARD_2022_02, "2018-08-01", "notification", "business-initiated");

const KINDS = [
  "marketing",
  "utility",
  "authentication",
  "service",
  "authentication-international",
] as const;

/**
 * The first card by category. Service costs what a user-initiated conversation
 * had cost. What marketing cost in Saudi Arabia, the Emirates and the United
 * Kingdom before 2024-10 is not known: the rate of that day stands in.
 */
export const CARD_2023_06 = readCard("2023-06-01", "USD", {
  kinds: KINDS,
  rows: `
    AR 618~ 408~ 367~ 316~ -
    BR 625 350 315 300 -
    CL 889~ 586~ 527~ 454~ -
    CO 125~ 85~ 77~ 60~ -
    EG 1073~ 687~ 618~ 644~ -
    FR 1432~ 768~ 691~ 859~ -
    DE 1365 853 768 819 -
    IN 99 42 42 40 -
    ID 411 200 300 190 -
    IL 353~ 188~ 169~ 180~ -
    IT 691~ 420~ 378~ 386~ -
    MY 860~ 200~ 180~ 220~ -
    MX 436~ 266~ 239~ 105~ -
    NL 1597~ 800~ 720~ 891~ -
    NG 516~ 319~ 287~ 310~ -
    PK 473~ 253~ 228~ 142~ -
    PE 703~ 419~ 377~ 179~ -
    RU 802 477~ 429~ 398~ -
    SA 455? 251~ 226~ 195~ -
    ZA 379~ 200~ 180~ 168~ -
    ES 615~ 380~ 342~ 369~ -
    TR 109~ 93~ 83~ 30~ -
    AE 384? 198~ 178~ 190~ -
    GB 529? 398~ 358~ 388~ -
    NORTH_AMERICA 250~ 150~ 135~ 88~ -
    REST_OF_AFRICA 225~ 160~ 144~ 363~ -
    REST_OF_ASIA_PACIFIC 732~ 472~ 425~ 224~ -
    REST_OF_EASTERN_EUROPE 860~ 619~ 557~ 250~ -
    REST_OF_LATIN_AMERICA 740~ 494~ 445~ 423~ -
    REST_OF_MIDDLE_EAST 341~ 198~ 178~ 218~ -
    REST_OF_WESTERN_EUROPE 592~ 420~ 378~ 397~ -
    OTHER 604~ 338~ 304~ 145~ -
  `,
});

/** Meta: authentication-international since 2024-06-01 in Indonesia, docs/…/authentication-international-rates, read 2026-11. */
export const CARD_2024_06 = readCard("2024-06-01", "USD", {
  kinds: KINDS,
  before: CARD_2023_06,
  rows: "ID . . . . 1360",
});

/** Meta: authentication and its international rate since 2024-07-01 in India, same page. */
export const CARD_2024_07 = readCard("2024-07-01", "USD", {
  kinds: KINDS,
  before: CARD_2024_06,
  rows: "IN . . 14~ . 280~",
});

/** Meta: lower utility rates since 2024-08-01, docs/…/pricing ("Updates to rate cards"), read 2026-11. */
export const CARD_2024_08 = readCard("2024-08-01", "USD", {
  kinds: KINDS,
  before: CARD_2024_07,
  rows: `
    AR . 340~
    BR . 80~
    CL . 200~
    CO . 2~
    EG . 52~
    FR . 300~
    DE . 550~
    IN . 14~
    IL . 53~
    IT . 300~
    MY . 140~
    MX . 100~
    NL . 500~
    NG . 67~
    PK . 54~
    PE . 200~
    RU . 400~
    SA . 115~
    ZA . 76~
    ES . 200~
    TR . 53~
    AE . 157~
    GB . 220~
    NORTH_AMERICA . 40~
    REST_OF_AFRICA . 61~
    REST_OF_ASIA_PACIFIC . 157~
    REST_OF_EASTERN_EUROPE . 353~
    REST_OF_LATIN_AMERICA . 113~
    REST_OF_MIDDLE_EAST . 157~
    REST_OF_WESTERN_EUROPE . 300~
    OTHER . 77~
  `,
});

/** Meta: other marketing rates in four markets since 2024-10-01, same page. */
export const CARD_2024_10 = readCard("2024-10-01", "USD", {
  kinds: KINDS,
  before: CARD_2024_08,
  rows: `
    IN 107~
    SA 455~
    AE 384~
    GB 529~
  `,
});

/**
 * Meta: lower authentication rates in seven markets, and their international
 * rates, since 2025-02-01, same page. The cards of that quarter are not known:
 * authentication stands at the utility rate it has had since, the international
 * rates at the oldest known ones.
 */
export const CARD_2025_02 = readCard("2025-02-01", "USD", {
  kinds: KINDS,
  before: CARD_2024_10,
  rows: `
    EG . . 52~ . 650?
    MY . . 140? . 418?
    NG . . 67? . 750?
    PK . . 54? . 750?
    SA . . 115? . 598?
    ZA . . 76? . 200?
    AE . . 157? . 510?
  `,
});
