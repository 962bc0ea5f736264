import type { Member } from "@galka/core/workspaces/member";
import type { App } from "../app.ts";
import { addWording } from "../operations/consent/consent-wordings.ts";
import { takeConsent } from "../operations/consent/take-consent.ts";
import { CAST } from "./cast.ts";

const WORDINGS = [
  {
    name: "Offers on WhatsApp",
    language: "en",
    text: "Yes, Jackdaw Coffee may write to me on WhatsApp about new harvests and offers. I can stop it at any time by answering STOP.",
  },
  {
    name: "Offers on WhatsApp",
    language: "ru",
    text: "Я согласен получать от Jackdaw Coffee сообщения в WhatsApp о новых урожаях и предложениях. Отказаться можно в любой момент, ответив СТОП.",
  },
] as const;

/** Who ticked the box of the order form; of the others nothing is recorded. */
const AGREED = ["luis", "mia", "tom", "priya", "carla"] as const;

/**
 * Has some of the cast agree to offers on the form of the shop, the way a site
 * records it: so that the demo can show an advertisement that may be sent, and one that may not.
 */
export async function agreeOnOffers(app: App, owner: Member): Promise<void> {
  const added = [];
  for (const wording of WORDINGS) added.push(await addWording(app, owner, wording));
  const [english] = added;
  if (!english || "refused" in english) throw new Error("The demo's words were refused.");
  for (const { key, phone } of CAST) {
    if (!AGREED.some((it) => it === key)) continue;
    const taken = await takeConsent(app, owner, {
      key: `order-form-${key}`,
      phone,
      purposes: ["marketing"],
      channelId: null,
      decision: "granted",
      wordingId: english.id,
      way: "site-form",
      evidence: { url: "https://jackdaw.example/order", formId: "order", ip: "192.0.2.17" },
    });
    if ("refused" in taken) throw new Error(`The consent of ${key}: ${taken.refused}.`);
  }
}
