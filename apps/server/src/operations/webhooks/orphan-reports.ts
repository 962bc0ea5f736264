import type {
  IncomingEdit,
  IncomingReaction,
  IncomingRevoke,
  IncomingStatus,
} from "@galka/core/messages/incoming";
import { type Orphan, keepOrphans, takeOrphans } from "@galka/postgres/stores/receiving/orphans";
import { z } from "zod";
import type { Batch, Member } from "./batch.ts";
import type { Known } from "./apply-messages.ts";

/** What can be reported of a message that is not known yet. */
export type Report =
  | Member<IncomingReaction>
  | Member<IncomingEdit>
  | Member<IncomingRevoke>
  | Member<IncomingStatus>;

// What was kept is what this server wrote; only its dates have become text.
const kept = z.looseObject({ kind: z.enum(["reaction", "edit", "revoke", "status"]) });

/** Takes the reports that have waited for these messages, as if they came just now. */
export async function takeReports({ tx, workspaceId }: Batch, known: readonly Known[]) {
  const orphans = await takeOrphans(tx, workspaceId, known);
  const reports = orphans.map(memberOf);
  return {
    statuses: reports.filter((it): it is Member<IncomingStatus> => it.incoming.kind === "status"),
    marks: reports.filter((it) => it.incoming.kind !== "status"),
  };
}

export async function keepReports({ tx, workspaceId }: Batch, reports: readonly Report[]) {
  await keepOrphans(tx, workspaceId, reports.map(orphanOf));
}

function orphanOf({ channelId, incoming }: Report): Orphan {
  const { at } = incoming;
  const isStatus = incoming.kind === "status";
  const wamid = isStatus ? incoming.wamid : incoming.target;
  const what = isStatus ? incoming.status : `${incoming.kind}:${incoming.reportId}`;
  return { channelId, wamid, what, at, detail: incoming };
}

function memberOf(orphan: Orphan): Member {
  const detail = kept.parse(orphan.detail);
  return {
    position: 0,
    receivedAt: orphan.at,
    hint: orphan.channelId,
    channelId: orphan.channelId,
    accountChannelIds: [orphan.channelId],
    // The detail is the report itself as `orphanOf` kept it; its moment stands in the row beside it.
    incoming: { ...detail, at: orphan.at } as unknown as Member["incoming"],
    raw: null,
  };
}
