import { type Attachment, type MessageContent, attachmentsOf } from "@galka/core/messages/content";
import { inWorkspace } from "@galka/postgres/database";
import type { Owned } from "@galka/postgres/stores/outgoing/claimed-sends";
import { findUpload, saveUpload } from "@galka/postgres/stores/outgoing/uploads";
import type { App } from "../../app.ts";
import { GatewayError, type GatewayFailure, type SendOutcome } from "../../channels/gateway.ts";
import type { Line } from "./claim-next.ts";

// Meta keeps an uploaded file for 30 days, docs/…/business-phone-numbers/media, read 2026-11.
const KEPT_DAYS = 25;

export type Uploaded =
  | { readonly remoteIds: ReadonlyMap<string, string> }
  | { readonly problem: SendOutcome };

/**
 * Sees to it that the channel has the files that a message carries.
 *
 * Nothing is sent by this, so it may be repeated; a file that the channel has
 * had for less than 25 days is not uploaded again.
 */
export async function uploadFilesOf(
  app: App,
  owned: Owned,
  line: Line,
  content: MessageContent,
): Promise<Uploaded> {
  const remoteIds = new Map<string, string>();
  for (const attachment of attachmentsOf(content)) {
    if (remoteIds.has(attachment.fileId)) continue;
    const remote = await remoteIdOf(app, owned, line, attachment);
    if (typeof remote !== "string") return { problem: remote };
    remoteIds.set(attachment.fileId, remote);
  }
  return { remoteIds };
}

/** The channel's id of the file, uploaded if need be; or why there is none. */
async function remoteIdOf(
  app: App,
  owned: Owned,
  line: Line,
  attachment: Attachment,
): Promise<string | SendOutcome> {
  const { fileId } = attachment;
  const { workspaceId, channelId } = owned;
  const found = await inWorkspace(app.db, workspaceId, (tx) =>
    findUpload(tx, workspaceId, { channelId, fileId }, KEPT_DAYS),
  );
  if (found?.remoteId) return found.remoteId;
  const stored = found?.sha256 ? await app.files.open(found.sha256) : null;
  if (!found || !stored) return rejected(MISSING);

  const file = {
    attachment,
    mediaType: found.mediaType ?? "application/octet-stream",
    name: attachment.name ?? found.name ?? "file",
    bytes: await gathered(stored),
  };
  try {
    const remoteId = await line.gateway.upload(line.access, file);
    await inWorkspace(app.db, workspaceId, (tx) =>
      saveUpload(tx, workspaceId, { channelId, fileId, remoteId }),
    );
    return remoteId;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return error.failure ? rejected(error.failure) : { outcome: "not-sent", reason: error.message };
  }
}

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

function rejected(failure: GatewayFailure): SendOutcome {
  return { outcome: "rejected", failure };
}

const MISSING: GatewayFailure = {
  code: null,
  title: "File missing",
  detail: null,
  remedy: { kind: "give-up" },
  explanation: {
    en: "The file of this message is not stored here any more.",
    ru: "Файл этого сообщения больше не хранится на сервере.",
  },
  advice: { en: "Attach the file once more.", ru: "Приложите файл ещё раз." },
  raw: null,
};
