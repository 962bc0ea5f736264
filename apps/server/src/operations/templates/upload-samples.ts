import { idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { TemplateText } from "@galka/core/templates/lint/finding";
import type { Member } from "@galka/core/workspaces/member";
import { samplesOf } from "@galka/postgres/stores/templates/samples";
import type { App } from "../../app.ts";
import type { OpenChannel } from "../channels/open-channel.ts";
import { findStoredFile } from "../files/find-stored-file.ts";
import { collect } from "../files/make-preview.ts";
import { type MetaRefused, orMetaRefused } from "./template-access.ts";

export type SampleRefused = MetaRefused | Refused<"app-id-missing"> | Refused<"file-not-found">;

/** Gives Meta the files that its reviewer is to see. Each is uploaded once, in however many places it stands. */
export async function uploadSamples(
  app: App,
  member: Member,
  { access }: OpenChannel,
  text: TemplateText,
): Promise<{ readonly handles: ReadonlyMap<string, string> } | SampleRefused> {
  const samples = Object.values(samplesOf(text));
  const handles = new Map<string, string>();
  if (samples.length === 0) return { handles };
  const { appId } = access;
  if (appId === null) return { refused: "app-id-missing" };
  for (const { fileId, name } of samples) {
    if (handles.has(fileId)) continue;
    const stored = await findStoredFile(app, member, idOf(fileId));
    const opened = stored && (await app.files.open(stored.sha256));
    const bytes = opened && (await collect(opened));
    if (!stored || !bytes) return { refused: "file-not-found" };
    const file = {
      attachment: { fileId },
      mediaType: stored.mediaType ?? "application/octet-stream",
      name,
      bytes,
    };
    const uploaded = await orMetaRefused(async () => ({
      handle: await app.gateways("whatsapp").uploadSample({ ...access, appId }, file),
    }));
    if ("refused" in uploaded) return uploaded;
    handles.set(fileId, uploaded.handle);
  }
  return { handles };
}
