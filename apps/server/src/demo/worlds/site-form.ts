import type { ConsentPurpose } from "@galka/core/consent/consent";
import { addWording } from "../../operations/consent/consent-wordings.ts";
import { takeConsent } from "../../operations/consent/take-consent.ts";
import type { Guest } from "./crowd.ts";
import type { Stage } from "./stage.ts";

export type FormWish = {
  readonly id: string;
  readonly url: string;
  /** What stands beside each box that can be ticked. */
  readonly boxes: Readonly<Partial<Record<ConsentPurpose, string>>>;
};

/** A form on the business's site: what is ticked in it becomes a record, as the site's server would have it. */
export type SiteForm = {
  fill(guest: Guest, ticked: readonly ConsentPurpose[]): Promise<void>;
};

export async function openSiteForm(stage: Stage, wish: FormWish): Promise<SiteForm> {
  const { app, owner } = stage;
  const wordings = new Map<string, string>();
  for (const [purpose, text] of Object.entries(wish.boxes)) {
    const added = await addWording(app, owner, {
      name: `${wish.id}: ${purpose}`,
      language: "en",
      text,
    });
    if ("refused" in added) throw new Error(`The words of the form: ${added.refused}.`);
    wordings.set(purpose, added.id);
  }
  return {
    async fill({ id, name, waId }, ticked) {
      for (const purpose of ticked) {
        const wordingId = wordings.get(purpose);
        if (wordingId === undefined) throw new Error(`The form has no box for ${purpose}.`);
        const taken = await takeConsent(app, owner, {
          key: `${wish.id}-${id}`,
          phone: `+${waId}`,
          name,
          purposes: [purpose],
          channelId: null,
          decision: "granted",
          wordingId,
          way: "site-form",
          evidence: { url: wish.url, formId: wish.id, reference: id },
        });
        if ("refused" in taken) throw new Error(`The form of ${name}: ${taken.refused}.`);
      }
    },
  };
}
