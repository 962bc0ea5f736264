import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Template } from "@galka/core/templates/template";
import { type Member, mayAny } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import { replaceTemplates } from "@galka/postgres/stores/templates";
import type { App } from "../../app.ts";
import { type ChannelAccess, GatewayError } from "../../channels/gateway.ts";
import { openChannel } from "../channels/open-channel.ts";
import { type TemplateList, readTemplates } from "./list-templates.ts";

export type SyncRefused =
  | Refused<"not-found">
  | Refused<"token-invalid", { readonly reason: string }>
  | Refused<"number-unreachable", { readonly reason: string }>
  | Refused<"meta-unreachable", { readonly reason: string }>;

/** Reads the templates of a channel's account again, because `member` asks for it. */
export async function syncTemplates(
  app: App,
  member: Member,
  channelId: ChannelId,
): Promise<TemplateList | SyncRefused | Refused<"forbidden">> {
  if (!mayAny(member, ["templates.manage", "channels.manage"])) return { refused: "forbidden" };
  const refused = await refreshTemplates(app, member.workspaceId, channelId);
  return refused ?? readTemplates(app, member, channelId);
}

/** Reads the templates of a channel's account again. What the account has no longer is gone here too. */
export async function refreshTemplates(
  app: App,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<SyncRefused | null> {
  const opened = await openChannel(app, { workspaceId }, channelId);
  if ("refused" in opened) return opened;
  const templates = await fetchTemplates(app, opened.access);
  if ("refused" in templates) return templates;

  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    await replaceTemplates(tx, workspaceId, channelId, { templates, now });
    await appendEvents(tx, workspaceId, now, [{ kind: "templates-changed", channelId }]);
  });
  app.wake.tell("events", workspaceId);
  return null;
}

async function fetchTemplates(
  app: App,
  access: ChannelAccess,
): Promise<readonly Template[] | SyncRefused> {
  try {
    return await app.gateways("whatsapp").listTemplates(access);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return { refused: refusalFor(error), reason: error.message };
  }
}

function refusalFor({ failure }: GatewayError) {
  // Without a failure of the channel's own telling, nobody answered.
  if (failure === null) return "meta-unreachable";
  return failure.remedy.kind === "pause-everything" ? "token-invalid" : "number-unreachable";
}
