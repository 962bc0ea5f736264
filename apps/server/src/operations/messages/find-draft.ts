import type { Draft, DraftFile } from "@galka/core/conversations/reply";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { AttachmentKind } from "@galka/core/messages/attachment-rules";
import type { RichDraft } from "@galka/core/messages/rich-draft";
import type { Tx } from "@galka/postgres/database";
import { findTemplate } from "@galka/postgres/stores/templates";
import { loadFileViews } from "@galka/postgres/stores/views/file-list";
import { z } from "zod";

/** What a member asks to send, with the ids of what it refers to. */
export type DraftWish =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: AttachmentKind; readonly fileId: string; readonly caption?: string }
  | {
      readonly kind: "location";
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    }
  | Exclude<RichDraft, { kind: "location" }>
  | {
      readonly kind: "template";
      readonly templateId: string;
      readonly values: {
        readonly header?: Readonly<Record<string, string>>;
        readonly headerFileId?: string;
        readonly body?: Readonly<Record<string, string>>;
        readonly buttons?: Readonly<Record<string, string>>;
        /** What its reply buttons give back; Galka's own questions alone ask for that. */
        readonly replies?: Readonly<Record<string, string>>;
      };
    };

export type DraftRefused = Refused<"file-not-found"> | Refused<"template-not-found">;

type Where = { readonly workspaceId: WorkspaceId; readonly channelId: ChannelId };

/** Finds what a wish refers to: the files that are stored here, the template of this channel. */
export async function findDraft(
  tx: Tx,
  where: Where,
  wish: DraftWish,
): Promise<Draft | DraftRefused> {
  switch (wish.kind) {
    case "text":
    case "buttons":
    case "list":
    case "contacts":
    case "link":
      return wish;
    case "location": {
      const { kind, ...place } = wish;
      return { kind, place };
    }
    case "template":
      return findTemplateDraft(tx, where, wish);
    case "image":
    case "video":
    case "audio":
    case "voice":
    case "document":
    case "sticker": {
      const file = await findFile(tx, where.workspaceId, wish.fileId);
      if ("refused" in file) return file;
      const caption = wish.caption === undefined ? {} : { caption: wish.caption };
      return { kind: wish.kind, file: { ...file, ...caption } };
    }
    default:
      return unreachable(wish);
  }
}

async function findTemplateDraft(
  tx: Tx,
  { workspaceId, channelId }: Where,
  wish: Extract<DraftWish, { kind: "template" }>,
): Promise<Draft | DraftRefused> {
  const template = await findTemplate(tx, workspaceId, channelId, wish.templateId);
  if (!template) return { refused: "template-not-found" };
  const { headerFileId, ...values } = wish.values;
  if (headerFileId === undefined) return { kind: "template", template, values };
  const headerFile = await findFile(tx, workspaceId, headerFileId);
  return "refused" in headerFile ? headerFile : { kind: "template", template, values, headerFile };
}

/** Row-level security and the workspace in the query see to it that it is a file of this workspace. */
async function findFile(
  tx: Tx,
  workspaceId: WorkspaceId,
  fileId: string,
): Promise<DraftFile | Refused<"file-not-found">> {
  if (!z.uuid().safeParse(fileId).success) return { refused: "file-not-found" };
  const [file] = await loadFileViews(tx, workspaceId, [fileId]);
  if (file?.state !== "stored" || file.sha256 === null || file.mediaType === null) {
    return { refused: "file-not-found" };
  }
  return {
    fileId,
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes ?? 0,
    ...(file.name !== null && { name: file.name }),
  };
}
