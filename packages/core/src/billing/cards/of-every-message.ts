import type { CardChange } from "./rate-card.ts";

/** What a delivered message costs since answers are charged too; `service` is the answer inside the window. */
export const CARDS_OF_EVERY_MESSAGE: readonly CardChange[] = [
  // Meta: the rate card in dollars of 2026-10-01, docs/…/pricing, read 2026-11.
  {
    from: "2026-10-01",
    currency: "USD",
    rates: [
      {
        of: ["marketing"],
        are: `
          AE 576 · AR 618 · BD 732 · BR 625 · CL 889 · CO 125 · DE 1365 · EG 644 · ES 707
          FR 859 · GB 635 · HK 732 · HU 860 · ID 411 · IL 353 · IN 118 · IQ 341 · IT 795
          KW 792 · KZ 604 · LK 732 · MA 414 · MX 397 · MY 860 · NG 516 · NL 1597 · NP 732
          OM 341 · PE 703 · PK 473 · PL 366 · QA 341 · RO 860 · RU 802 · SA 576 · SG 732
          TR 109 · UA 860 · ZA 379 · north-america 250 · other 604 · rest-of-africa 225
          rest-of-asia-pacific 842 · rest-of-central-eastern-europe 860
          rest-of-latin-america 740 · rest-of-middle-east 392 · rest-of-western-europe 592`,
      },
      {
        of: ["utility", "authentication", "service"],
        are: `
          AE 157 · AR 260 · BD 37 · BR 68 · CL 200 · CO 8 · DE 550 · EG 36 · ES 200 · FR 300
          GB 220 · HK 260 · HU 350 · ID 250 · IL 53 · IN 14 · IQ 79 · IT 300 · KW 440 · KZ 180
          LK 20 · MA 230 · MX 85 · MY 140 · NG 67 · NL 500 · NP 34 · OM 247 · PE 300 · PK 150
          PL 122 · QA 120 · RO 290 · RU 400 · SA 107 · SG 160 · TR 9 · UA 298 · ZA 95
          north-america 34 · other 77 · rest-of-africa 40 · rest-of-asia-pacific 113
          rest-of-central-eastern-europe 212 · rest-of-latin-america 113
          rest-of-middle-east 91 · rest-of-western-europe 171`,
      },
      {
        of: ["authentication-international"],
        are: `
          AE 510 · BD 960 · EG 650 · ID 1360 · IN 304 · IQ 1280 · KW 1200 · KZ 1600 · LK 1440
          MA 811 · MY 418 · NG 750 · NP 1120 · OM 600 · PK 750 · SA 598 · UA 746 · ZA 200`,
      },
    ],
  },
  // Meta: the same in rupees, of which India alone is known, read 2026-11.
  {
    from: "2026-10-01",
    currency: "INR",
    rates: [
      {
        of: ["marketing"],
        are: "IN 8631",
      },
      {
        of: ["utility", "authentication", "service"],
        are: "IN 1150",
      },
      {
        of: ["authentication-international"],
        are: "IN 24971",
      },
    ],
  },
];
