import type { CardChange } from "./rate-card.ts";

/** What a conversation costs by its category: the first card whole, then what each later day changed. */
export const CARDS_OF_CATEGORIES: readonly CardChange[] = [
  // Meta: docs/…/pricing/conversation-based-pricing, read 2026-11. Marketing of the Emirates, Britain and Saudi Arabia is that of 2024-10.
  {
    from: "2023-06-01",
    currency: "USD",
    rates: [
      {
        of: ["marketing"],
        are: `
          AE 384? · AR 618~ · BR 625 · CL 889~ · CO 125~ · DE 1365 · EG 1073~ · ES 615~
          FR 1432~ · GB 529? · ID 411 · IL 353~ · IN 99 · IT 691~ · MX 436~ · MY 860~
          NG 516~ · NL 1597~ · PE 703~ · PK 473~ · RU 802 · SA 455? · TR 109~ · ZA 379~
          north-america 250~ · other 604~ · rest-of-africa 225~ · rest-of-asia-pacific 732~
          rest-of-central-eastern-europe 860~ · rest-of-latin-america 740~
          rest-of-middle-east 341~ · rest-of-western-europe 592~`,
      },
      {
        of: ["utility"],
        are: `
          AE 198~ · AR 408~ · BR 350 · CL 586~ · CO 85~ · DE 853 · EG 687~ · ES 380~ · FR 768~
          GB 398~ · ID 200 · IL 188~ · IN 42 · IT 420~ · MX 266~ · MY 200~ · NG 319~ · NL 800~
          PE 419~ · PK 253~ · RU 477~ · SA 251~ · TR 93~ · ZA 200~ · north-america 150~
          other 338~ · rest-of-africa 160~ · rest-of-asia-pacific 472~
          rest-of-central-eastern-europe 619~ · rest-of-latin-america 494~
          rest-of-middle-east 198~ · rest-of-western-europe 420~`,
      },
      {
        of: ["authentication"],
        are: `
          AE 178~ · AR 367~ · BR 315 · CL 527~ · CO 77~ · DE 768 · EG 618~ · ES 342~ · FR 691~
          GB 358~ · ID 300 · IL 169~ · IN 42 · IT 378~ · MX 239~ · MY 180~ · NG 287~ · NL 720~
          PE 377~ · PK 228~ · RU 429~ · SA 226~ · TR 83~ · ZA 180~ · north-america 135~
          other 304~ · rest-of-africa 144~ · rest-of-asia-pacific 425~
          rest-of-central-eastern-europe 557~ · rest-of-latin-america 445~
          rest-of-middle-east 178~ · rest-of-western-europe 378~`,
      },
      {
        of: ["service"],
        are: `
          AE 190~ · AR 316~ · BR 300 · CL 454~ · CO 60~ · DE 819 · EG 644~ · ES 369~ · FR 859~
          GB 388~ · ID 190 · IL 180~ · IN 40 · IT 386~ · MX 105~ · MY 220~ · NG 310~ · NL 891~
          PE 179~ · PK 142~ · RU 398~ · SA 195~ · TR 30~ · ZA 168~ · north-america 88~
          other 145~ · rest-of-africa 363~ · rest-of-asia-pacific 224~
          rest-of-central-eastern-europe 250~ · rest-of-latin-america 423~
          rest-of-middle-east 218~ · rest-of-western-europe 397~`,
      },
    ],
  },
  // Meta: authentication from abroad in Indonesia, docs/…/pricing/authentication-international-rates, read 2026-11.
  {
    from: "2024-06-01",
    currency: "USD",
    rates: [
      {
        of: ["authentication-international"],
        are: "ID 1360",
      },
    ],
  },
  // Meta: the same in India, and authentication there, read 2026-11.
  {
    from: "2024-07-01",
    currency: "USD",
    rates: [
      {
        of: ["authentication"],
        are: "IN 14~",
      },
      {
        of: ["authentication-international"],
        are: "IN 280~",
      },
    ],
  },
  // Meta: utility becomes cheaper, docs/…/pricing/updates-to-pricing, read 2026-11.
  {
    from: "2024-08-01",
    currency: "USD",
    rates: [
      {
        of: ["utility"],
        are: `
          AE 157~ · AR 340~ · BR 80~ · CL 200~ · CO 2~ · DE 550~ · EG 52~ · ES 200~ · FR 300~
          GB 220~ · IL 53~ · IN 14~ · IT 300~ · MX 100~ · MY 140~ · NG 67~ · NL 500~ · PE 200~
          PK 54~ · RU 400~ · SA 115~ · TR 53~ · ZA 76~ · north-america 40~ · other 77~
          rest-of-africa 61~ · rest-of-asia-pacific 157~ · rest-of-central-eastern-europe 353~
          rest-of-latin-america 113~ · rest-of-middle-east 157~ · rest-of-western-europe 300~`,
      },
    ],
  },
  // Meta: marketing in four markets, docs/…/pricing/updates-to-pricing, read 2026-11.
  {
    from: "2024-10-01",
    currency: "USD",
    rates: [
      {
        of: ["marketing"],
        are: "AE 384~ · GB 529~ · IN 107~ · SA 455~",
      },
    ],
  },
  // Meta: authentication in seven markets, same page; that quarter's card is not at hand, the next known rates stand in.
  {
    from: "2025-02-01",
    currency: "USD",
    rates: [
      {
        of: ["authentication"],
        are: "AE 157? · EG 52~ · MY 140? · NG 67? · PK 54? · SA 115? · ZA 76?",
      },
      {
        of: ["authentication-international"],
        are: "AE 510? · EG 650? · MY 418? · NG 750? · PK 750? · SA 598? · ZA 200?",
      },
    ],
  },
];
