import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import {
  type QuickReply,
  type QuickReplyUse,
  deleteQuickReply,
  findQuickReply,
  isShortcutTaken,
  listQuickReplies,
  saveQuickReply,
} from "@galka/postgres/stores/library/quick-replies";
import { type FileView, loadFileViews } from "@galka/postgres/stores/views/file-list";
import type { App } from "../../app.ts";
import { type KeepRefused, type Shelf, type Shown, keep, shownTo, takeAway } from "./keep.ts";
import { type ReachWish, reachOf } from "./reach-wish.ts";

export type ShownReply = Shown<QuickReply & QuickReplyUse> & { readonly file: FileView | null };

export type QuickReplyWish = Omit<QuickReply, "id" | "ownerId" | "teamId"> & {
  readonly reach: ReachWish;
};

type WishRefused =
  | Refused<"shortcut-taken">
  | Refused<"file-not-found">
  | Refused<"invalid-request", { readonly problem: string }>;

const SHELF: Shelf<QuickReply> = {
  collection: "quick-replies",
  noun: "quick-reply",
  find: findQuickReply,
  save: saveQuickReply,
  remove: deleteQuickReply,
  remembered: ({ shortcut, title, folder, ownerId, teamId }) => ({
    shortcut,
    title,
    folder,
    ownerId,
    teamId,
  }),
};

/** Uses older than this are not counted. */
const COUNTED_DAYS = 90;

/** The quick replies that this member sees, with how often they are sent. */
export async function listReplies(
  app: App,
  member: Member,
): Promise<readonly ShownReply[] | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, (tx) => repliesOf(app, tx, member));
}

async function repliesOf(app: App, tx: Tx, member: Member): Promise<ShownReply[]> {
  const since = new Date(app.clock.now().getTime() - COUNTED_DAYS * 24 * 60 * 60 * 1000);
  const shown = await shownTo(tx, member, await listQuickReplies(tx, member.workspaceId, since));
  const fileIds = shown.flatMap(({ fileId }) => fileId ?? []);
  const files = await loadFileViews(tx, member.workspaceId, fileIds);
  return shown.map((reply) => ({
    ...reply,
    file: files.find(({ id }) => id === reply.fileId) ?? null,
  }));
}

/** A quick reply that this member sees. */
export async function findReply(
  app: App,
  tx: Tx,
  member: Member,
  id: string,
): Promise<ShownReply | null> {
  return (await repliesOf(app, tx, member)).find((reply) => reply.id === id) ?? null;
}

/** Writes a quick reply; with an id in place of the one that has it. */
export async function saveReply(
  app: App,
  member: Member,
  id: string | null,
  { reach, ...wish }: QuickReplyWish,
): Promise<ShownReply | KeepRefused | WishRefused> {
  const saved = await keep(app, member, SHELF, {
    id,
    make: (itsId) => ({ ...wish, ...reachOf(member, reach), id: itsId }),
    problem: (tx, reply) => problemOf(tx, member, reply),
  });
  if ("refused" in saved) return saved;
  const found = await inWorkspace(app.db, member.workspaceId, (tx) =>
    findReply(app, tx, member, saved.id),
  );
  return found ?? { refused: "not-found" };
}

async function problemOf(
  tx: Tx,
  { workspaceId }: Member,
  reply: QuickReply,
): Promise<WishRefused | null> {
  if (reply.text.trim() === "" && reply.fileId === null) {
    return { refused: "invalid-request", problem: "A quick reply needs a text or a file." };
  }
  if (reply.buttons.length > 0 && reply.fileId !== null) {
    return {
      refused: "invalid-request",
      problem:
        "A quick reply has either a file or buttons; WhatsApp takes no answer with both here.",
    };
  }
  if (reply.fileId !== null) {
    const [file] = await loadFileViews(tx, workspaceId, [reply.fileId]);
    if (file?.state !== "stored") return { refused: "file-not-found" };
  }
  return (await isShortcutTaken(tx, workspaceId, reply)) ? { refused: "shortcut-taken" } : null;
}

export function removeReply(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | KeepRefused> {
  return takeAway(app, member, SHELF, id);
}
