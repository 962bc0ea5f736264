import { Readable } from "node:stream";
import { idOf } from "@galka/core/kernel/ids";
import { searchableText } from "@galka/core/messages/searchable";
import type { MessageView } from "@galka/postgres/stores/views/message-list";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
  type ConversationExport,
  exportConversation,
} from "../../operations/conversations/export-conversation.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { presentConversation } from "../present/conversation.ts";
import { presentMessage } from "../present/message.ts";
import { RefusedRequest } from "../refusals.ts";
import { attachmentDisposition } from "./content-disposition.ts";

const params = z.object({ id: z.uuid(), format: z.enum(["json", "txt"]) });

const FORMATS = {
  json: { type: "application/json; charset=utf-8", write: asJson },
  txt: { type: "text/plain; charset=utf-8", write: asText },
} as const;

/** Serves a whole conversation as a file: /api/v1/conversations/:id/export/json, or txt. */
export function addConversationExport(server: FastifyInstance, desk: Desk): void {
  const path = "/api/v1/conversations/:id/export/:format";
  server.get(path, { schema: { params } }, async (request, reply) => {
    if (!request.member) throw new RefusedRequest("not-signed-in");
    const { id, format } = params.parse(request.params);
    const found = await exportConversation(desk.app, request.member, idOf(id));
    if ("refused" in found) return refuse(reply, found);
    const { type, write } = FORMATS[format];
    return reply
      .type(type)
      .headers({
        "content-disposition": attachmentDisposition(`${contactOf(found)}.${format}`),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      })
      .send(Readable.from(write(found), { objectMode: false }));
  });
}

function contactOf({ conversation }: ConversationExport): string {
  const { name, profileName, identities } = conversation.contact;
  return name ?? profileName ?? identities[0]?.value ?? "conversation";
}

async function* asJson(found: ConversationExport): AsyncGenerator<string> {
  yield `{"conversation":${JSON.stringify(presentConversation(found.conversation))},"messages":[`;
  let between = "\n";
  for await (const page of found.pages) {
    for (const message of page) {
      yield between + JSON.stringify(presentMessage(message));
      between = ",\n";
    }
  }
  yield "\n]}\n";
}

async function* asText(found: ConversationExport): AsyncGenerator<string> {
  // A byte-order mark: without it some editors take Russian for another encoding.
  yield "\u{FEFF}";
  for await (const page of found.pages) {
    yield page.map((message) => `${lineOf(found, message)}\n`).join("");
  }
}

/** Times are UTC and say so, for a file is read in another place than it was written. */
function lineOf(found: ConversationExport, message: MessageView): string {
  const at = message.at.toISOString().slice(0, 19).replace("T", " ");
  const author = found.memberNames.get(message.authorMemberId ?? "") ?? "—";
  const who = {
    in: contactOf(found),
    out: author,
    note: `${author} [note]`,
  }[message.direction];
  const { kind } = message.content;
  const words = message.deletedAt ? "" : searchableText(message.content);
  const what = kind === "text" || kind === "note" ? [words] : [`[${kind}]`, words];
  const said = message.deletedAt ? "[deleted]" : what.filter((it) => it !== "").join(" ");
  return `${at} UTC  ${who}: ${said.replaceAll("\n", "\n    ")}`;
}
