import { createHash } from "node:crypto";
import type { Call } from "../../graph/call.ts";
import type { JsonObject } from "../../json.ts";
import type { Flow } from "../../store/kinds/flows.ts";
import type { World } from "../../world.ts";
import { graphInstant } from "../../graph/instant.ts";

// Meta: the link works for 30 days, docs/…/flows/reference/flowsapi#preview, read 2026-11.
const PREVIEW_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The public link to look at a flow. It stays the same until it expires, or
 * until somebody asks with `preview.invalidate(true)`.
 */
export function previewOf(call: Call, flow: Flow): JsonObject {
  const { world } = call;
  const now = world.clock.now();
  const fields = call.params.optionalText("fields") ?? "";
  const renew = /preview\.invalidate\(true\)/i.test(fields);
  const known = world.kinds.flows.find(flow.id) ?? flow;
  const expired = known.previewExpiresAt === null || known.previewExpiresAt <= now;
  const current =
    renew || expired
      ? world.kinds.flows.put(flow.id, {
          ...known,
          previewCount: known.previewCount + 1,
          previewExpiresAt: now + PREVIEW_MS,
        })
      : known;
  return {
    preview_url: `${world.publicUrl()}/wa/manage/flows/${flow.id}/preview/?token=${tokenOf(world, current)}`,
    expires_at: graphInstant(current.previewExpiresAt ?? now),
  };
}

/** Follows from the seed, so that the same calls give the same link. */
export function tokenOf(world: World, flow: Flow): string {
  return createHash("sha256")
    .update(`${world.seed}:flow-preview:${flow.id}:${flow.previewCount}`)
    .digest("hex")
    .slice(0, 32);
}
