import type { Member } from "@galka/core/workspaces/member";
import type { App } from "../app.ts";
import { storeUpload } from "../operations/files/store-upload.ts";
import type { DemoFile } from "./files.ts";

/** Uploads a file as `member`; its id. */
export async function storeFile(
  app: App,
  member: Member,
  { bytes, name, type }: DemoFile,
): Promise<string> {
  const stored = await storeUpload(app, member, {
    bytes: once(bytes),
    name,
    claimedType: type,
    maxBytes: bytes.byteLength,
  });
  if ("refused" in stored) throw new Error(`${name}: ${stored.refused}.`);
  return stored.id;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
