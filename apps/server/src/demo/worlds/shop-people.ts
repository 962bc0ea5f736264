import type { DraftWish } from "../../operations/messages/find-draft.ts";
import type { Asked } from "./desk.ts";

/**
 * How the shop's people live with their phones. Nine of ten let a business see
 * that they have read, and whoever has ordered looks at what is said of it.
 */
export const SHOP_HABITS = {
  onWhatsApp: 1,
  readReceipts: 0.9,
  phoneHidden: 0,
  messages: {
    utility: {
      read: { share: 1, after: { median: "4m", p90: "1h" } },
      tap: { share: 0.06 },
      answer: {
        share: 0.05,
        kinds: { text: 1 },
        texts: {
          "Can I still change the address?": 3,
          "Could it come on Saturday instead?": 2,
          "How do I send something back?": 2,
        },
        takenBack: 0,
      },
    },
    marketing: {
      read: { share: 0.8, after: { median: "20m", p90: "4h" } },
      tap: { share: 0.18, titles: { "Show me": 3, "Keep one for me": 1 } },
      answer: {
        share: 0.04,
        kinds: { text: 1 },
        texts: { "Do you have it in green?": 2, "How long is the offer good?": 1 },
        takenBack: 0,
      },
      stopWord: { share: 0.006 },
      optOut: { share: 0.004 },
      block: { share: 0.001 },
      report: { share: 0 },
    },
    service: {
      read: { share: 1, after: { median: "2m", p90: "30m" } },
      tap: { share: 0.65, titles: { "😊 Good": 93, "😐 OK": 5, "😞 Bad": 2 } },
      answer: { share: 0.04, kinds: { text: 1 }, texts: { "Thank you!": 1 }, takenBack: 0 },
    },
  },
} as const;

/** How many of those who order also want to be told of other things. */
export const AGREES_TO_OFFERS = 0.6;

const ANSWERS: readonly (readonly [asks: RegExp, answer: string])[] = [
  [/address|Saturday|delivery/iu, "Of course. Tell us where and when, and we let the driver know."],
  [/send something back/iu, "The label is in the parcel: stick it on, and hand it in at any shop."],
  [/Show me/u, "Here it is: https://nordlicht-home.example/lampshade"],
  [/Keep one/u, "Done. One is yours until Sunday, at the price of this week."],
  [/green/iu, "In green, sand and white. Which one shall we keep for you?"],
  [/offer/iu, "Until Sunday evening, here and in the shop."],
  [/stop|abbestellen/iu, "You will not hear of offers any more. Orders are still confirmed here."],
];

/** What support says to what was asked. */
export function answerShopper({ said }: Asked): readonly DraftWish[] {
  const words = said.map(({ content }) =>
    content.kind === "text" ? content.text : content.kind === "choice" ? content.title : "",
  );
  const found = ANSWERS.find(([asks]) => words.some((it) => asks.test(it)));
  return [{ kind: "text", text: found?.[1] ?? "You are welcome. Write here whenever you like." }];
}
