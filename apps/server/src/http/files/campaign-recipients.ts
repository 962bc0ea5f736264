import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { csvOf } from "@galka/core/figures/csv";
import { z } from "zod";
import {
  type PeopleTable,
  exportPeople,
} from "../../operations/campaigns/reading/export-people.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { RefusedRequest } from "../refusals.ts";
import { attachmentDisposition } from "./content-disposition.ts";

const params = z.object({ id: z.uuid() });
/** In which language failures are explained. */
const querystring = z.object({ lang: z.enum(["en", "ru"]).default("en") });

/** Serves the people of a campaign as a table. */
export function addCampaignDownload(server: FastifyInstance, desk: Desk): void {
  const path = "/api/v1/campaigns/:id/recipients.csv";
  server.get(path, { schema: { params, querystring } }, async (request, reply) => {
    const { member } = request;
    if (member === null) throw new RefusedRequest("not-signed-in");
    const { id } = params.parse(request.params);
    const { lang } = querystring.parse(request.query);
    const found = await exportPeople(desk.app, member, id, lang);
    if ("refused" in found) return refuse(reply, found);
    return reply
      .headers({
        "content-disposition": attachmentDisposition("campaign.csv"),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      })
      .type("text/csv; charset=utf-8")
      .send(Readable.from(textOf(found.rows), { objectMode: false }));
  });
}

/** The mark of UTF-8 stands at the beginning of the file alone. */
async function* textOf(pages: PeopleTable): AsyncGenerator<string> {
  let isFirst = true;
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    const text = csvOf(rows);
    yield isFirst ? text : text.slice(1);
    isFirst = false;
  }
}
