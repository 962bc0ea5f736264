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
import type { App } from "../../app.ts";
import { makeThumbnail } from "../../operations/files/make-preview.ts";
import { conversationPdf } from "../../pdf/conversation-pdf.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { presentConversation } from "../present/conversation.ts";
import { presentMessage } from "../present/message.ts";
import { RefusedRequest } from "../refusals.ts";
import { attachmentDisposition } from "./content-disposition.ts";

const params = z.object({ id: z.uuid(), format: z.enum(["json", "txt", "pdf"]) });

/** For a document alone: the language of what Galka itself says in it, and whether the team's notes are in it. */
const querystring = z.object({
  language: z.enum(["en", "ru"]).default("en"),
  notes: z.enum(["with", "without"]).default("without"),
});
type Wish = z.infer<typeof querystring>;
type Write = (
  found: ConversationExport,
  wish: Wish,
  app: App,
) => AsyncIterable<string | Uint8Array>;

const FORMATS: Readonly<Record<"json" | "txt" | "pdf", { type: string; write: Write }>> = {
  json: { type: "application/json; charset=utf-8", write: asJson },
  txt: { type: "text/plain; charset=utf-8", write: asText },
  pdf: { type: "application/pdf", write: asPdf },
};

/** Serves a whole conversation as a file: /api/v1/conversations/:id/export/json, txt or pdf. */
export function addConversationExport(server: FastifyInstance, desk: Desk): void {
  const path = "/api/v1/conversations/:id/export/:format";
  server.get(path, { schema: { params, querystring } }, async (request, reply) => {
    if (!request.member) throw new RefusedRequest("not-signed-in");
    const { id, format } = params.parse(request.params);
    const wish = querystring.parse(request.query);
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
      .send(Readable.from(write(found, wish, desk.app), { objectMode: false }));
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

function asPdf(found: ConversationExport, wish: Wish, app: App): AsyncGenerator<Buffer> {
  return conversationPdf({
    language: wish.language,
    withNotes: wish.notes === "with",
    contactName: contactOf(found),
    channelName: found.channelName,
    memberNames: found.memberNames,
    exportedBy: found.exportedBy,
    madeAt: found.exportedAt,
    timeZone: found.timeZone,
    pages: found.pages,
    thumbnailOf: ({ sha256 }) => (sha256 === null ? nothing() : makeThumbnail(app, sha256)),
  });
}

async function nothing(): Promise<null> {
  return null;
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
