import { type RateCard, readCard } from "../rate-card.ts";

const KINDS = ["marketing", "utility", "authentication", "authentication-international"] as const;

/**
 * The first card by message. Converted from the card of 2025-10 in rupees but
 * for what changed on that day: docs/…/pricing ("Updates to rate cards"), read 2026-11.
 */
const CARD_2025_07 = readCard("2025-07-01", "USD", {
  kinds: KINDS,
  rows: `
    AR 618~ 289~ 289~ -
    BR 625~ 68~ 68~ -
    CL 889~ 200~ 200~ -
    CO 125~ 2? 2? -
    EG 1073~ 52~ 52~ 650~
    FR 1432~ 300~ 300~ -
    DE 1365~ 550~ 550~ -
    IN 107~ 14~ 14~ 280~
    ID 411~ 250~ 250~ 1360~
    IL 353~ 53~ 53~ -
    IT 691~ 300~ 300~ -
    MY 860~ 140~ 140~ 418~
    MX 436~ 85~ 85~ -
    NL 1597~ 500~ 500~ -
    NG 516~ 67~ 67~ 750~
    PK 473~ 54~ 54~ 750~
    PE 703~ 200~ 200~ -
    RU 802~ 400~ 400~ -
    SA 455~ 115~ 115~ 598~
    ZA 379~ 76~ 76~ 200~
    ES 615~ 200~ 200~ -
    TR 109~ 53~ 53~ -
    AE 384~ 157~ 157~ 510~
    GB 529~ 220~ 220~ -
    NORTH_AMERICA 250~ 40~ 40~ -
    REST_OF_AFRICA 225~ 40~ 40~ -
    REST_OF_ASIA_PACIFIC 732~ 113~ 113~ -
    REST_OF_EASTERN_EUROPE 860~ 212~ 212~ -
    REST_OF_LATIN_AMERICA 740~ 113~ 113~ -
    REST_OF_MIDDLE_EAST 341~ 91~ 91~ -
    REST_OF_WESTERN_EUROPE 592~ 171~ 171~ -
    OTHER 604~ 77~ 77~ -
  `,
});

const CARD_2025_10 = readCard("2025-10-01", "USD", {
  kinds: KINDS,
  before: CARD_2025_07,
  rows: `
    AR . 260~ 260~
    CO . 8~ 8~
    EG . 36~ 36~
    SA . 107~ 107~
    MX 305~
    AE 499~
  `,
});

const CARD_2026_01 = readCard("2026-01-01", "USD", {
  kinds: KINDS,
  before: CARD_2025_10,
  rows: `
    IN 118~
    FR 859~
    EG 644~
    NORTH_AMERICA . 34~ 34~
  `,
});

const CARD_2026_04 = readCard("2026-04-01", "USD", {
  kinds: KINDS,
  before: CARD_2026_01,
  rows: `
    SA 501~
    IN . . . 304~
    PK . 100~ 100~
    TR . 9~ 9~
  `,
});

/**
 * Six markets leave their regions. Their rates of that quarter are not known,
 * those of the next one are the nearest.
 */
const CARD_2026_07 = readCard("2026-07-01", "USD", {
  kinds: KINDS,
  before: CARD_2026_04,
  rows: `
    IT 795~
    ES 707~
    GB 635~
    HK 732? 260? 260? -
    HU 860? 350? 350? -
    PL 366? 122? 122? -
    QA 341? 120? 120? -
    RO 860? 290? 290? -
    SG 732? 160? 160? -
    PE . 200 200
    MX 305
    SA 501
    AE 499
    PK . 100 100
    ZA . 76 76
    REST_OF_ASIA_PACIFIC 732
    REST_OF_MIDDLE_EAST 341
  `,
});

/** Meta's card of 2026-10-01, whole: docs/…/pricing ("Rate cards"), read 2026-11. */
const CARD_2026_10 = readCard("2026-10-01", "USD", {
  kinds: ["marketing", "utility", "authentication", "service", "authentication-international"],
  rows: `
    AR 618 260 260 260 -
    BD 732 37 37 37 960
    BR 625 68 68 68 -
    CL 889 200 200 200 -
    CO 125 8 8 8 -
    EG 644 36 36 36 650
    FR 859 300 300 300 -
    DE 1365 550 550 550 -
    HK 732 260 260 260 -
    HU 860 350 350 350 -
    IN 118 14 14 14 304
    ID 411 250 250 250 1360
    IQ 341 79 79 79 1280
    IL 353 53 53 53 -
    IT 795 300 300 300 -
    KZ 604 180 180 180 1600
    KW 792 440 440 440 1200
    MY 860 140 140 140 418
    MX 397 85 85 85 -
    MA 414 230 230 230 811
    NL 1597 500 500 500 -
    NP 732 34 34 34 1120
    NG 516 67 67 67 750
    OM 341 247 247 247 600
    PK 473 150 150 150 750
    PE 703 300 300 300 -
    PL 366 122 122 122 -
    QA 341 120 120 120 -
    RO 860 290 290 290 -
    RU 802 400 400 400 -
    SA 576 107 107 107 598
    SG 732 160 160 160 -
    ZA 379 95 95 95 200
    ES 707 200 200 200 -
    LK 732 20 20 20 1440
    TR 109 9 9 9 -
    UA 860 298 298 298 746
    AE 576 157 157 157 510
    GB 635 220 220 220 -
    NORTH_AMERICA 250 34 34 34 -
    REST_OF_AFRICA 225 40 40 40 -
    REST_OF_ASIA_PACIFIC 842 113 113 113 -
    REST_OF_EASTERN_EUROPE 860 212 212 212 -
    REST_OF_LATIN_AMERICA 740 113 113 113 -
    REST_OF_MIDDLE_EAST 392 91 91 91 -
    REST_OF_WESTERN_EUROPE 592 171 171 171 -
    OTHER 604 77 77 77 -
  `,
});

/** All that is known of that day's card in rupees; the rest of it is billed in dollars. */
const INR_2026_10 = readCard("2026-10-01", "INR", {
  kinds: ["marketing", "utility", "authentication", "service", "authentication-international"],
  rows: "IN 8631 1150 1150 1150 24971",
});

export const CARDS_2025: readonly RateCard[] = [
  CARD_2025_07,
  CARD_2025_10,
  CARD_2026_01,
  CARD_2026_04,
  CARD_2026_07,
];

export const CARDS_2026: readonly RateCard[] = [CARD_2026_10, INR_2026_10];
