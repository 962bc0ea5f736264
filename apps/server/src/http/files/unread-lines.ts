import { Readable } from "node:stream";
import type { UnreadLine } from "@galka/core/chat-export/entry";
import { idOf } from "@galka/core/kernel/ids";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { readUnreadLines } from "../../operations/imports/read-unread-lines.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { RefusedRequest } from "../refusals.ts";
import { attachmentDisposition } from "./content-disposition.ts";

const params = z.object({ id: z.uuid() });

/** Serves every line of an import that could not be read, as a table: /api/v1/imports/:id/unread.csv. */
export function addUnreadLines(server: FastifyInstance, desk: Desk): void {
  server.get("/api/v1/imports/:id/unread.csv", { schema: { params } }, async (request, reply) => {
    if (!request.member) throw new RefusedRequest("not-signed-in");
    const { id } = params.parse(request.params);
    const found = await readUnreadLines(desk.app, request.member, idOf(id));
    if ("refused" in found) return refuse(reply, found);
    return reply
      .type("text/csv; charset=utf-8")
      .headers({
        "content-disposition": attachmentDisposition(`${found.fileName} unread.csv`),
        "x-content-type-options": "nosniff",
      })
      .send(Readable.from(table(found.lines), { objectMode: false }));
  });
}

async function* table(lines: AsyncIterable<readonly UnreadLine[]>): AsyncGenerator<string> {
  yield "line,reason,text\r\n";
  for await (const some of lines) yield some.map(rowOf).join("");
}

function rowOf({ line, reason, excerpt }: UnreadLine): string {
  return `${line},${reason},${cell(excerpt)}\r\n`;
}

/** A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
