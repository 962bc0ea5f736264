import { unreachable } from "@galka/core/kernel/unreachable";
import type { IncomingEdit, IncomingStatus } from "@galka/core/messages/incoming";
import { searchableText } from "@galka/core/messages/searchable";
import {
  editMessage,
  revokeMessage,
  saveReaction,
} from "@galka/postgres/stores/receiving/message-marks";
import {
  type Located,
  dropText,
  insertWantedFiles,
  locateMessages,
  saveTexts,
} from "@galka/postgres/stores/receiving/received-messages";
import { type Report, keepReports } from "./orphan-reports.ts";
import type { Batch, Member } from "./batch.ts";

type Mark = Exclude<Report, Member<IncomingStatus>>;

/** Puts reactions, edits and deletions on their messages; those whose message is not known wait for it. */
export async function applyMarks(batch: Batch, members: readonly Member[]): Promise<void> {
  const marks = members.filter(isMark);
  if (marks.length === 0) return;
  const wanted = marks.map(({ channelId, incoming }) => ({ channelId, wamid: incoming.target }));
  const located = await locateMessages(batch.tx, batch.workspaceId, wanted);
  const byKey = new Map(located.map((it) => [`${it.channelId} ${it.wamid}`, it]));

  const homeless: Mark[] = [];
  for (const mark of marks) {
    const target = byKey.get(`${mark.channelId} ${mark.incoming.target}`);
    if (!target) homeless.push(mark);
    else if (await put(batch, mark, target)) {
      const { id: messageId, conversationId } = target;
      batch.events.push({ kind: "message-changed", messageId, conversationId });
    }
  }
  await keepReports(batch, homeless);
}

function isMark(member: Member): member is Mark {
  const { kind } = member.incoming;
  return kind === "reaction" || kind === "edit" || kind === "revoke";
}

async function put(batch: Batch, mark: Mark, target: Located): Promise<boolean> {
  const { tx, workspaceId } = batch;
  const { incoming } = mark;
  switch (incoming.kind) {
    case "reaction":
      return saveReaction(tx, workspaceId, {
        messageId: target.id,
        by: incoming.by,
        emoji: incoming.emoji ?? "",
        at: incoming.at,
        heardAs: incoming.reportId,
      });
    case "revoke":
      return revokeMessage(tx, workspaceId, { id: target.id, at: incoming.at });
    case "edit":
      return edit(batch, mark.channelId, incoming, target);
    default:
      return unreachable(incoming);
  }
}

async function edit(batch: Batch, channelId: string, incoming: IncomingEdit, target: Located) {
  const { tx, workspaceId, now } = batch;
  const { content, at, files } = incoming;
  const changed = await editMessage(tx, workspaceId, { id: target.id, content, at });
  if (!changed) return false;

  const body = searchableText(content);
  const { id: messageId, conversationId } = target;
  if (body === "") await dropText(tx, workspaceId, messageId);
  else await saveTexts(tx, workspaceId, [{ messageId, conversationId, at, body }]);
  const wanted = files.map(({ fileId, ...file }) => ({ ...file, id: fileId, channelId }));
  await insertWantedFiles(tx, workspaceId, wanted, now);
  for (const { id } of wanted) {
    batch.jobs.push({
      task: "fetch-file",
      payload: { workspaceId, fileId: id, messageId },
      key: `fetch-file:${id}`,
    });
  }
  return true;
}
