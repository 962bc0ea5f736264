import type { Refused } from "@galka/core/kernel/refused";
import { type SatisfactionSettings, settingsProblem } from "@galka/core/satisfaction/settings";
import { USUAL_SETTINGS } from "@galka/core/satisfaction/usual";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  findSatisfactionSettings,
  saveSatisfactionSettings,
} from "@galka/postgres/stores/satisfaction/settings";
import type { App } from "../../app.ts";

export function readSatisfactionSettings(
  app: App,
  member: Member,
): Promise<SatisfactionSettings | Refused<"forbidden">> {
  if (!may(member, "settings.manage")) return Promise.resolve({ refused: "forbidden" });
  const { workspaceId } = member;
  return inWorkspace(
    app.db,
    workspaceId,
    async (tx) => (await findSatisfactionSettings(tx, workspaceId)) ?? USUAL_SETTINGS,
  );
}

type SettingsRefused = Refused<
  "invalid-request",
  { readonly problems: readonly { readonly field: string; readonly problem: string }[] }
>;

/** Changes how contacts are asked; what was closed before waits as long as it was to wait then. */
export async function changeSatisfactionSettings(
  app: App,
  member: Member,
  settings: SatisfactionSettings,
): Promise<SatisfactionSettings | Refused<"forbidden"> | SettingsRefused> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const problem = settingsProblem(settings);
  if (problem) {
    return {
      refused: "invalid-request",
      problems: [{ field: problem.field, problem: problem.why }],
    };
  }
  const { workspaceId } = member;
  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = (await findSatisfactionSettings(tx, workspaceId)) ?? USUAL_SETTINGS;
    await saveSatisfactionSettings(tx, workspaceId, settings, now);
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "satisfaction-settings-changed",
        before: outline(before),
        after: outline(settings),
      },
    ]);
    await appendEvents(tx, workspaceId, now, [
      { kind: "collection-changed", otherId: "satisfaction" },
    ]);
  });
  app.wake.tell("events", workspaceId);
  return settings;
}

/** What decides about asking; the texts are many words and stand on their page. */
function outline({ isOn, scale, waitMinutes, restDays, asksWhy, template }: SatisfactionSettings) {
  return { isOn, scale, waitMinutes, restDays, asksWhy, template: template?.name ?? null };
}
