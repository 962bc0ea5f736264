import { createHash } from "node:crypto";
import { isObject, type JsonObject, textAt } from "../json.ts";
import { findMedia, insertMedia, storeBytes } from "../store/media.ts";
import type { Send } from "../store/sends.ts";
import { reasonOf } from "../webhooks/handshake.ts";
import type { World } from "../world.ts";
import { mediaProblem } from "../world/media-rules.ts";
import type { Failure } from "./report-status.ts";

const FETCH_TIMEOUT_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Every media link of a send, wherever it stands. */
export function linksOf(body: JsonObject): readonly string[] {
  return Object.values(body).flatMap((value) => {
    if (Array.isArray(value)) return value.filter(isObject).flatMap(linksOf);
    if (!isObject(value)) return [];
    const link = textAt(value, "link");
    return [...(link === undefined ? [] : [link]), ...linksOf(value)];
  });
}

/** The id under which a fetched link is stored for one send. */
export function linkedMediaId(wamid: string, link: string): string {
  const hash = createHash("sha256").update(`${wamid} ${link}`).digest("hex").slice(0, 20);
  return `link-${hash}`;
}

type LinkedFile = {
  readonly link: string;
  readonly url: URL;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
};

/** What came of fetching: `store` writes down the files, `failure` is why the first bad one is bad. */
export type Fetched = { readonly failure: Failure | null; readonly store: () => void };

/** Fetches the links until one fails. Writes nothing by itself. */
export async function fetchLinks(
  world: World,
  send: Send,
  links: readonly string[],
): Promise<Fetched> {
  const files: LinkedFile[] = [];
  const storeAll = () => {
    for (const file of files) store(world, send, file);
  };
  for (const link of links) {
    const fetched = await fetchLink(world, link);
    if ("code" in fetched) return { failure: fetched, store: storeAll };
    files.push(fetched);
  }
  return { failure: null, store: storeAll };
}

async function fetchLink(world: World, link: string): Promise<LinkedFile | Failure> {
  try {
    const url = new URL(link);
    if (!/^https?:$/.test(url.protocol)) return unusable(link, "the scheme is not http or https");
    const answer = await world.fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!answer.ok) return unusable(link, `the server answered ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const mimeType = (answer.headers.get("content-type") ?? "").split(";")[0]?.trim() ?? "";
    const problem = mediaProblem(mimeType, bytes.length);
    return problem === null ? { link, url, bytes, mimeType } : unusable(link, problem);
  } catch (error) {
    return unusable(link, reasonOf(error));
  }
}

function store(world: World, send: Send, file: LinkedFile): void {
  const filename = decodeURIComponent(file.url.pathname.split("/").at(-1) ?? "");
  world.db.write(() => {
    const id = linkedMediaId(send.wamid, file.link);
    // A crash between fetching and handing over makes the same link be fetched again.
    if (findMedia(world.db, id) !== null) return;
    insertMedia(world.db, {
      id,
      phoneNumberId: send.phoneNumberId,
      sha256: storeBytes(world.db, file.bytes),
      mimeType: file.mimeType,
      filename: filename === "" ? null : filename,
      sizeBytes: file.bytes.length,
      expiresAt: world.clock.now() + 30 * DAY_MS,
    });
  });
}

function unusable(link: string, reason: string): Failure {
  return {
    code: 131053,
    details: `Downloading media from weblink failed. Weblink: ${link}. Reason: ${reason}`,
  };
}
