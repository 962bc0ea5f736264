import { Readable } from "node:stream";
import type { Member } from "@galka/core/workspaces/member";
import { idOf } from "@galka/core/kernel/ids";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { problemRows, readContactImport } from "../../operations/contact-imports/examine-table.ts";
import { exportContacts, exportMeant } from "../../operations/people/export-contacts.ts";
import { exportPerson } from "../../operations/people/export-person.ts";
import { readErasures } from "../../operations/people/read-erasures.ts";
import { withRowText } from "../../operations/contact-imports/row-text.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { RefusedRequest } from "../refusals.ts";
import { attachmentDisposition } from "./content-disposition.ts";
import { csvRow } from "./csv.ts";
import { contactFilter, filterOf } from "./contact-filter.ts";
import { chosenPeople, meantOf } from "./chosen-people.ts";

const params = z.object({ id: z.uuid() });
/** So that a spreadsheet takes it for UTF-8. */
const MARK = "\u{FEFF}";

/** Serves what people take away: contacts as a table, one person whole, receipts, rows that were not taken. */
export function addPeopleDownloads(server: FastifyInstance, desk: Desk): void {
  server.get(
    "/api/v1/contacts.csv",
    { schema: { querystring: contactFilter } },
    async (request, reply) => {
      const filter = filterOf(contactFilter.parse(request.query));
      const found = await exportContacts(desk.app, memberOf(request), filter);
      if ("refused" in found) return refuse(reply, found);
      return send(reply, "contacts.csv", "text/csv; charset=utf-8", table(found.rows));
    },
  );
  server.get(
    "/api/v1/people.csv",
    { schema: { querystring: chosenPeople } },
    async (request, reply) => {
      const meant = meantOf(chosenPeople.parse(request.query));
      const found = await exportMeant(desk.app, memberOf(request), meant);
      if ("refused" in found) return refuse(reply, found);
      return send(reply, "contacts.csv", "text/csv; charset=utf-8", table(found.rows));
    },
  );
  server.get("/api/v1/contacts/:id/export.zip", { schema: { params } }, async (request, reply) => {
    const { id } = params.parse(request.params);
    const found = await exportPerson(desk.app, memberOf(request), idOf(id));
    if ("refused" in found) return refuse(reply, found);
    return send(reply, "person.zip", "application/zip", found.zip);
  });
  server.get(
    "/api/v1/erasures/:id/receipt.json",
    { schema: { params } },
    async (request, reply) => {
      const { id } = params.parse(request.params);
      const found = await readErasures(desk.app, memberOf(request));
      if ("refused" in found) return refuse(reply, found);
      const receipt = found.items.find((it) => it.id === id);
      if (!receipt) return refuse(reply, { refused: "not-found" });
      const told = {
        ...receipt,
        howToCheck:
          'hashes: scrypt (N=16384, r=8, p=1, 32 bytes, hex) of "phone <digits>", "bsuid <id>" or "username <name>" with the salt (hex)',
      };
      const whole = [`${JSON.stringify(told, null, 2)}\n`];
      return send(reply, `erasure ${id}.json`, "application/json; charset=utf-8", whole);
    },
  );
  server.get(
    "/api/v1/contact-imports/:id/problems.csv",
    { schema: { params } },
    async (request, reply) => {
      const { id } = params.parse(request.params);
      const member = memberOf(request);
      const found = await readContactImport(desk.app, member, id);
      if ("refused" in found) return refuse(reply, found);
      const pages = withRowText(desk.app, found, problemRows(desk.app, member, found));
      return send(reply, "rows not taken.csv", "text/csv; charset=utf-8", table(pages));
    },
  );
}

function memberOf(request: FastifyRequest): Member {
  if (!request.member) throw new RefusedRequest("not-signed-in");
  return request.member;
}

async function* table(
  pages: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield MARK;
  for await (const rows of pages) yield rows.map(csvRow).join("");
}

function send(
  reply: FastifyReply,
  name: string,
  type: string,
  bytes: AsyncIterable<Uint8Array | string> | Iterable<string>,
): FastifyReply {
  return reply
    .type(type)
    .headers({
      "content-disposition": attachmentDisposition(name),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    })
    .send(Readable.from(bytes, { objectMode: false }));
}
