import type { MarketingSwitch } from "@galka/core/consent/country-rules";
import type { ConsentSettings } from "@galka/core/consent/settings";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type AuditEntry, byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  loadConsentSettings,
  lockConsentSettings,
  saveConsentSettings,
} from "@galka/postgres/stores/consent/consent-settings";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

/** Whoever reads contacts reads by which rules they are written to. */
export async function readConsentSettings(
  app: App,
  member: Member,
): Promise<ConsentSettings | Refused<"forbidden">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => loadConsentSettings(tx, workspaceId));
}

type Rules = Omit<ConsentSettings, "countries">;
/** What is not said of the answer to a stop leaves it as it is. */
type RulesWish = Omit<Rules, "stopConfirmation"> & Partial<Pick<Rules, "stopConfirmation">>;

/** Changes stop words, caps and quiet hours; what waits to be sent is looked at again when it is its turn. */
export async function changeConsentRules(
  app: App,
  member: Member,
  rules: RulesWish,
): Promise<ConsentSettings | Refused<"forbidden">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  return change(app, member, (before) => {
    const settings = { ...before, ...rules };
    const entry = { before: rulesOf(before), after: rulesOf(settings) };
    return { settings, entry: { action: "consent-settings-changed", ...entry } };
  });
}

/**
 * Allows or forbids marketing to a country, against the rule that Galka comes
 * with if need be: the owner answers for it, so the owner alone may, and says why.
 */
export async function chooseCountry(
  app: App,
  member: Member,
  { country, ...choice }: { country: string; marketing: MarketingSwitch; reason: string },
): Promise<ConsentSettings | Refused<"forbidden">> {
  if (member.role !== "owner") return { refused: "forbidden" };
  const at = app.clock.now().toISOString();
  return change(app, member, (before) => {
    const countries = { ...before.countries, [country]: { ...choice, by: member.id, at } };
    const was = before.countries[country];
    return {
      settings: { ...before, countries },
      entry: {
        action: "consent-country-changed",
        before: { country, marketing: was?.marketing ?? null, reason: was?.reason ?? null },
        after: { country, ...choice },
      },
    };
  });
}

function rulesOf({ stopWords, startWords, caps, quietHours, stopConfirmation }: ConsentSettings) {
  const { isOn, texts } = stopConfirmation;
  const answer = { stopConfirmation: isOn, languages: Object.keys(texts) };
  return { stopWords, startWords, caps, quietHours, ...answer };
}

type Change = {
  readonly settings: ConsentSettings;
  readonly entry: Pick<AuditEntry, "action" | "before" | "after">;
};

async function change(
  app: App,
  member: Member,
  changed: (before: ConsentSettings) => Change,
): Promise<ConsentSettings> {
  const { workspaceId } = member;
  const now = app.clock.now();
  const settings = await inWorkspace(app.db, workspaceId, async (tx: Tx) => {
    const { settings: after, entry } = changed(await lockConsentSettings(tx, workspaceId, now));
    await saveConsentSettings(tx, workspaceId, after, now);
    const by = byMember(member);
    await recordAudit(tx, workspaceId, now, [{ id: app.ids.next(), by, ...entry }]);
    await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: "consent" }]);
    return after;
  });
  app.wake.tell("events", workspaceId);
  return settings;
}
