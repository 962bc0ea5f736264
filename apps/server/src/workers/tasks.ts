import { idOf } from "@galka/core/kernel/ids";
import type { Task } from "@galka/postgres/jobs/worker";
import { z } from "zod";
import type { App } from "../app.ts";
import { confirmStop } from "../operations/consent/confirm-stop.ts";
import { runPeopleChange } from "../operations/people-table/change-people.ts";
import { runBulkChange } from "../operations/bulk/bulk-change.ts";
import type { Egress } from "../egress/egress.ts";
import { finishErasure, removeContents } from "../operations/contacts/finish-erasure.ts";
import {
  giveUpContactImport,
  runContactImport,
} from "../operations/contact-imports/run-contact-import.ts";
import { giveUpImport, runChatImport } from "../operations/imports/run-chat-import.ts";
import { keepFigures, recountFigures } from "../operations/figures/keep-figures.ts";
import { fetchFile } from "../operations/media/fetch-file.ts";
import { rebook } from "../operations/prices/booking/rebook.ts";
import { makeRuleCall } from "../operations/rules/make-rule-call.ts";
import { settleAll } from "../operations/sla/settle-all.ts";
import { refreshTemplates } from "../operations/templates/sync-templates.ts";

const file = z.object({ workspaceId: z.uuid(), fileId: z.uuid(), messageId: z.uuid() });
const bulkChange = z.object({ workspaceId: z.uuid(), bulkChangeId: z.uuid() });
const peopleChange = z.object({ workspaceId: z.uuid(), peopleChangeId: z.uuid() });
const channel = z.object({ workspaceId: z.uuid(), channelId: z.uuid() });
const workspace = z.object({ workspaceId: z.uuid() });
const ruleCall = z.object({ workspaceId: z.uuid(), callId: z.uuid() });
const chatImport = z.object({ workspaceId: z.uuid(), importId: z.uuid() });
const heardStop = z.object({
  workspaceId: z.uuid(),
  conversationId: z.uuid(),
  messageId: z.uuid(),
});
const erasure = z.object({ workspaceId: z.uuid(), erasureId: z.uuid() });
const contents = z.object({ hashes: z.array(z.string()) });

/** What can be enqueued, by name: parse → operation. */
export function tasksOf(app: App, egress: Pick<Egress, "fetch">): Readonly<Record<string, Task>> {
  return {
    async "run-contact-import"(payload, { isLastTry, signal }) {
      const { workspaceId, importId } = chatImport.parse(payload);
      const run = { workspaceId: idOf<"workspace">(workspaceId), importId };
      try {
        const end = await runContactImport(app, run, signal);
        if (end === "interrupted") throw new Error("The import was interrupted and will go on.");
      } catch (error) {
        if (isLastTry) await giveUpContactImport(app, run);
        throw error;
      }
    },
    async "finish-erasure"(payload) {
      const { workspaceId, erasureId } = erasure.parse(payload);
      await finishErasure(app, { workspaceId: idOf(workspaceId), erasureId });
    },
    async "remove-contents"(payload) {
      await removeContents(app, contents.parse(payload).hashes);
    },
    async "confirm-stop"(payload) {
      const { workspaceId, conversationId, messageId } = heardStop.parse(payload);
      await confirmStop(app, {
        workspaceId: idOf(workspaceId),
        conversationId: idOf(conversationId),
        messageId,
      });
    },
    async "run-bulk-change"(payload, { signal }) {
      const { workspaceId, bulkChangeId } = bulkChange.parse(payload);
      await runBulkChange(app, idOf(workspaceId), bulkChangeId, signal);
    },
    async "run-people-change"(payload, { signal }) {
      const { workspaceId, peopleChangeId } = peopleChange.parse(payload);
      await runPeopleChange(app, idOf(workspaceId), peopleChangeId, signal);
    },
    async "fetch-file"(payload, { isLastTry }) {
      const parsed = file.parse(payload);
      const wanted = {
        workspaceId: idOf<"workspace">(parsed.workspaceId),
        fileId: idOf<"file">(parsed.fileId),
        messageId: idOf<"message">(parsed.messageId),
      };
      await fetchFile(app, wanted, isLastTry);
    },
    async "make-rule-call"(payload, { isLastTry }) {
      const { workspaceId, callId } = ruleCall.parse(payload);
      await makeRuleCall(app, egress, { workspaceId: idOf(workspaceId), callId }, isLastTry);
    },
    async "sync-templates"(payload) {
      const { workspaceId, channelId } = channel.parse(payload);
      const refused = await refreshTemplates(app, idOf(workspaceId), idOf(channelId));
      if (refused && "reason" in refused && refused.refused !== "token-invalid") {
        throw new Error(`The templates could not be read: ${refused.reason}`);
      }
    },
    async "keep-figures"(payload, { signal }) {
      await keepFigures(app, idOf(workspace.parse(payload).workspaceId), signal);
    },
    async "recount-figures"(payload, { signal }) {
      const end = await recountFigures(app, idOf(workspace.parse(payload).workspaceId), signal);
      if (end === "interrupted") throw new Error("The count was interrupted and will go on.");
    },
    async rebook(payload, { signal }) {
      const end = await rebook(app, idOf(workspace.parse(payload).workspaceId), signal);
      if (end === "interrupted") throw new Error("The pricing was interrupted and will go on.");
    },
    async "settle-sla"(payload, { signal }) {
      const end = await settleAll(app, idOf(workspace.parse(payload).workspaceId), signal);
      if (end === "interrupted") throw new Error("The clocks were interrupted and will go on.");
    },
    async "run-chat-import"(payload, { isLastTry, signal }) {
      const parsed = chatImport.parse(payload);
      const ids = {
        workspaceId: idOf<"workspace">(parsed.workspaceId),
        importId: idOf<"import">(parsed.importId),
      };
      try {
        const end = await runChatImport(app, ids, signal);
        if (end === "interrupted") throw new Error("The import was interrupted and will go on.");
      } catch (error) {
        if (isLastTry) await giveUpImport(app, ids);
        throw error;
      }
    },
  };
}
