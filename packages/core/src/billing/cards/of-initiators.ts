import type { CardChange } from "./rate-card.ts";

/**
 * What a conversation costs by who began it.
 *
 * Meta's file of that day is gone: every rate is computed back from lists of
 * partners that add a fifth to it.
 */
export const CARDS_OF_INITIATORS: readonly CardChange[] = [
  // Meta: conversation-based pricing, docs/…/pricing of 2022-02-01, read 2026-11.
  {
    from: "2022-02-01",
    currency: "USD",
    rates: [
      {
        of: ["business-initiated"],
        are: `
          AE 316~ · AR 526~ · BR 500~ · CL 757~ · CO 100~ · DE 1365~ · EG 1073~ · ES 615~
          FR 1432~ · GB 647~ · ID 316~ · IL 300~ · IN 66~ · IT 643~ · MX 349~ · MY 732~
          NG 516~ · NL 1485~ · PE 598~ · PK 473~ · RU 663~ · SA 325~ · TR 100~ · ZA 280~
          north-america 147~ · other 483~ · rest-of-africa 1208~ · rest-of-asia-pacific 745~
          rest-of-central-eastern-europe 835~ · rest-of-latin-america 706~
          rest-of-middle-east 727~ · rest-of-western-europe 1323~`,
      },
      {
        of: ["user-initiated"],
        are: `
          AE 190~ · AR 316~ · BR 300~ · CL 454~ · CO 60~ · DE 819~ · EG 644~ · ES 369~
          FR 859~ · GB 388~ · ID 190~ · IL 180~ · IN 40~ · IT 386~ · MX 105~ · MY 220~
          NG 310~ · NL 891~ · PE 179~ · PK 142~ · RU 398~ · SA 195~ · TR 30~ · ZA 168~
          north-america 88~ · other 145~ · rest-of-africa 363~ · rest-of-asia-pacific 224~
          rest-of-central-eastern-europe 250~ · rest-of-latin-america 423~
          rest-of-middle-east 218~ · rest-of-western-europe 397~`,
      },
    ],
  },
];
