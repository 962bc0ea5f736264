import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { csvOf } from "@galka/core/figures/csv";
import { maskPhone } from "@galka/core/contacts/mask";
import { may } from "@galka/core/workspaces/member";
import type { RecipientView } from "@galka/postgres/stores/campaigns/recipient-list";
import type { Page } from "@galka/postgres/stores/views/page";
import { z } from "zod";
import { readRecipients } from "../../operations/campaigns/reading/read-recipients.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { type AnyRefused, RefusedRequest } from "../refusals.ts";
import { attachmentDisposition } from "./content-disposition.ts";

const params = z.object({ id: z.uuid() });
const PAGE = 2_000;
const HEAD = [
  "contact",
  "name",
  "phone",
  "step",
  "variant",
  "state",
  "problem",
  "state_at",
  "tapped_at",
  "answered_at",
  "opted_out_at",
];

/** Serves the people of a campaign as a table, read page by page, so that a million take no memory. */
export function addCampaignDownload(server: FastifyInstance, desk: Desk): void {
  const path = "/api/v1/campaigns/:id/recipients.csv";
  server.get(path, { schema: { params } }, async (request, reply) => {
    const { member } = request;
    if (member === null) throw new RefusedRequest("not-signed-in");
    const { id: campaignId } = params.parse(request.params);
    const read = (after: string | null) =>
      readRecipients(desk.app, member, { campaignId, limit: PAGE, ...(after && { after }) });
    const first = await read(null);
    if ("refused" in first) return refuse(reply, first);
    const shows = may(member, "contacts.phones");
    const table = tableOf(first, read, shows);
    return reply
      .header("content-disposition", attachmentDisposition("campaign.csv"))
      .type("text/csv; charset=utf-8")
      .send(Readable.from(table));
  });
}

type PageOfPeople = Page<RecipientView, string>;
type Read = (after: string) => Promise<PageOfPeople | AnyRefused>;

async function* tableOf(first: PageOfPeople, read: Read, shows: boolean): AsyncGenerator<string> {
  yield csvOf([HEAD]);
  let page = first;
  for (;;) {
    yield withoutMark(csvOf(page.items.map((it) => rowOf(it, shows))));
    const next = page.next === null ? null : await read(page.next);
    // Deleted meanwhile, or the member may not see it any more.
    if (next === null || "refused" in next) return;
    page = next;
  }
}

/** The mark of UTF-8 stands at the beginning of the file alone. */
function withoutMark(table: string): string {
  return table.slice(1);
}

function rowOf(it: RecipientView, showsPhones: boolean) {
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  return [
    it.contactId,
    it.name,
    it.phone !== null && !showsPhones ? maskPhone(it.phone) : it.phone,
    it.step,
    it.variant,
    it.state,
    it.problem,
    at(it.stateAt),
    at(it.tappedAt),
    at(it.answeredAt),
    at(it.optedOutAt),
  ];
}
