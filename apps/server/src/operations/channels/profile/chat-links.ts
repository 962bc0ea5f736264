import { PREFILLED_LENGTH } from "@galka/core/channels/business-profile";
import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import type { App } from "../../../app.ts";
import type { AccountRefused } from "../../../channels/accounts.ts";
import type { ChannelProfiles, ChatLink } from "../../../channels/profiles.ts";
import { openChannel } from "../open-channel.ts";
import { remember } from "./remember.ts";

type LinkRefused = AccountRefused | Refused<"forbidden"> | Refused<"not-found">;

/** The links with words already typed that the number has at WhatsApp. */
export async function listChatLinks(
  app: App,
  member: Member,
  id: ChannelId,
  profiles: ChannelProfiles,
): Promise<{ readonly items: readonly ChatLink[] } | LinkRefused> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const opened = await openChannel(app, member, id);
  if ("refused" in opened) return opened;
  const items = await profiles.listLinks(opened.access);
  return "refused" in items ? items : { items };
}

export type LinkWish = {
  readonly id: ChannelId;
  /** Null makes one. */
  readonly code: string | null;
  readonly words: string;
};

/** Makes a link, or changes the words of one; its address stays, so what is printed goes on working. */
export async function saveChatLink(
  app: App,
  member: Member,
  { id, code, words }: LinkWish,
  profiles: ChannelProfiles,
): Promise<ChatLink | LinkRefused | Refused<"empty-text"> | Refused<"text-too-long">> {
  if (!may(member, "channels.manage")) return { refused: "forbidden" };
  if (words.trim() === "") return { refused: "empty-text" };
  if (words.length > PREFILLED_LENGTH) return { refused: "text-too-long" };
  const opened = await openChannel(app, member, id);
  if ("refused" in opened) return opened;
  const saved = await profiles.saveLink(opened.access, { code, words });
  if ("refused" in saved) return saved;
  await remember(app, member, id, {
    action: code === null ? "chat-link-made" : "chat-link-changed",
    after: { code: saved.code, words },
  });
  return saved;
}

/** Ends a link: whoever opens it then finds nothing. */
export async function removeChatLink(
  app: App,
  member: Member,
  { id, code }: { readonly id: ChannelId; readonly code: string },
  profiles: ChannelProfiles,
): Promise<{ readonly done: true } | LinkRefused> {
  if (!may(member, "channels.manage")) return { refused: "forbidden" };
  const opened = await openChannel(app, member, id);
  if ("refused" in opened) return opened;
  const refusal = await profiles.removeLink(opened.access, code);
  if (refusal) return refusal;
  await remember(app, member, id, { action: "chat-link-removed", after: { code } });
  return { done: true };
}
