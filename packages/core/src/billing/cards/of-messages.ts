import type { CardChange } from "./rate-card.ts";

/** What a delivered template costs: the card of the first quarter whole, then what each later one changed. */
export const CARDS_OF_MESSAGES: readonly CardChange[] = [
  // Meta: per-message pricing, docs/…/pricing of 2025-07-01; converted from the card in rupees, read 2026-11.
  {
    from: "2025-07-01",
    currency: "USD",
    rates: [
      {
        of: ["marketing"],
        are: `
          AE 384~ · AR 618~ · BR 625~ · CL 889~ · CO 125~ · DE 1365~ · EG 1073~ · ES 615~
          FR 1432~ · GB 529~ · ID 411~ · IL 353~ · IN 107~ · IT 691~ · MX 436~ · MY 860~
          NG 516~ · NL 1597~ · PE 703~ · PK 473~ · RU 802~ · SA 455~ · TR 109~ · ZA 379~
          north-america 250~ · other 604~ · rest-of-africa 225~ · rest-of-asia-pacific 732~
          rest-of-central-eastern-europe 860~ · rest-of-latin-america 740~
          rest-of-middle-east 341~ · rest-of-western-europe 592~`,
      },
      {
        of: ["utility", "authentication"],
        are: `
          AE 157~ · AR 289~ · BR 68~ · CL 200~ · CO 2? · DE 550~ · EG 52~ · ES 200~ · FR 300~
          GB 220~ · ID 250~ · IL 53~ · IN 14~ · IT 300~ · MX 85~ · MY 140~ · NG 67~ · NL 500~
          PE 200~ · PK 54~ · RU 400~ · SA 115~ · TR 53~ · ZA 76~ · north-america 40~
          other 77~ · rest-of-africa 40~ · rest-of-asia-pacific 113~
          rest-of-central-eastern-europe 212~ · rest-of-latin-america 113~
          rest-of-middle-east 91~ · rest-of-western-europe 171~`,
      },
      {
        of: ["authentication-international"],
        are: `
          AE 510~ · EG 650~ · ID 1360~ · IN 280~ · MY 418~ · NG 750~ · PK 750~ · SA 598~
          ZA 200~`,
      },
    ],
  },
  // Meta: docs/…/pricing/updates-to-pricing, read 2026-11.
  {
    from: "2025-10-01",
    currency: "USD",
    rates: [
      {
        of: ["marketing"],
        are: "AE 499~ · MX 305~",
      },
      {
        of: ["utility", "authentication"],
        are: "AR 260~ · CO 8~ · EG 36~ · SA 107~",
      },
    ],
  },
  // Meta: docs/…/pricing/updates-to-pricing, read 2026-11.
  {
    from: "2026-01-01",
    currency: "USD",
    rates: [
      {
        of: ["marketing"],
        are: "EG 644~ · FR 859~ · IN 118~",
      },
      {
        of: ["utility", "authentication"],
        are: "north-america 34~",
      },
    ],
  },
  // Meta: docs/…/pricing/updates-to-pricing, read 2026-11.
  {
    from: "2026-04-01",
    currency: "USD",
    rates: [
      {
        of: ["authentication-international"],
        are: "IN 304~",
      },
      {
        of: ["utility", "authentication"],
        are: "PK 100~ · TR 9~",
      },
      {
        of: ["marketing"],
        are: "SA 501~",
      },
    ],
  },
  // Meta: docs/…/pricing/updates-to-pricing; the rates of the markets that left their regions are those of 2026-10, read 2026-11.
  {
    from: "2026-07-01",
    currency: "USD",
    rates: [
      {
        of: ["marketing"],
        are: `
          AE 499 · ES 707~ · GB 635~ · HK 732? · HU 860? · IT 795~ · MX 305 · PL 366?
          QA 341? · RO 860? · SA 501 · SG 732? · rest-of-asia-pacific 732
          rest-of-middle-east 341`,
      },
      {
        of: ["utility", "authentication"],
        are: "HK 260? · HU 350? · PE 200 · PK 100 · PL 122? · QA 120? · RO 290? · SG 160? · ZA 76",
      },
    ],
  },
];
