import type { Draft, DraftFile } from "@galka/core/conversations/reply";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { AttachmentKind } from "@galka/core/messages/attachment-rules";
import type { CardValues, TemplateValues } from "@galka/core/messages/content";
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
      readonly values: ValuesWish;
    };

/** Values with the ids of their files. */
type CardWish = Omit<CardValues, "headerFile"> & { readonly headerFileId?: string };

type ValuesWish = Omit<TemplateValues, "headerFile" | "cards"> & {
  readonly headerFileId?: string;
  readonly cards?: readonly CardWish[];
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
  const { headerFileId, cards, ...values } = wish.values;
  const found = await findFiles(tx, workspaceId, [
    headerFileId,
    ...(cards ?? []).map((card) => card.headerFileId),
  ]);
  if ("refused" in found) return found;
  const [headerFile, ...cardFiles] = found.files;
  const cardValues = cards?.map(withoutFile);
  return {
    kind: "template",
    template,
    values: { ...values, ...(cardValues && { cards: cardValues }) },
    ...(headerFile && { headerFile }),
    ...(cards && { cardFiles }),
  };
}

function withoutFile({ headerProduct, body, buttons, replies }: CardWish): CardValues {
  return {
    ...(headerProduct && { headerProduct }),
    ...(body && { body }),
    ...(buttons && { buttons }),
    ...(replies && { replies }),
  };
}

/** The files of a template in the order of their places; a place without one stays without. */
async function findFiles(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly (string | undefined)[],
): Promise<{ readonly files: (DraftFile | undefined)[] } | Refused<"file-not-found">> {
  const files: (DraftFile | undefined)[] = [];
  for (const id of ids) {
    const file = id === undefined ? undefined : await findFile(tx, workspaceId, id);
    if (file && "refused" in file) return file;
    files.push(file);
  }
  return { files };
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
