import { Readable } from "node:stream";
import { satisfactionQuery } from "@galka/contract/routes/satisfaction";
import { maskPhone } from "@galka/core/contacts/mask";
import { searchableText } from "@galka/core/messages/searchable";
import { may } from "@galka/core/workspaces/member";
import type { SatisfactionAnswer } from "@galka/postgres/stores/satisfaction/answer-list";
import type { FastifyInstance } from "fastify";
import { exportAnswers } from "../../operations/satisfaction/read-satisfaction.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { figureWishOf } from "../parse/figure-wish.ts";
import { RefusedRequest } from "../refusals.ts";
import { attachmentDisposition } from "./content-disposition.ts";
import { csvRow } from "./csv.ts";

const COLUMNS = [
  "Closed",
  "Answered",
  "Contact",
  "Rating",
  "Scale",
  "Comment",
  "Member",
  "Team",
  "Channel",
  "Conversation",
];

/** Serves what contacts answered as a table: /api/v1/satisfaction.csv. */
export function addSatisfactionDownload(server: FastifyInstance, desk: Desk): void {
  const path = "/api/v1/satisfaction.csv";
  server.get(path, { schema: { querystring: satisfactionQuery } }, async (request, reply) => {
    const { member } = request;
    if (!member) throw new RefusedRequest("not-signed-in");
    const query = satisfactionQuery.parse(request.query);
    const found = await exportAnswers(desk.app, member, figureWishOf(member, query));
    if ("refused" in found) return refuse(reply, found);
    return reply
      .type("text/csv; charset=utf-8")
      .headers({
        "content-disposition": attachmentDisposition(`ratings ${query.from} ${query.to}.csv`),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      })
      .send(
        Readable.from(table(found.pages, may(member, "contacts.phones")), { objectMode: false }),
      );
  });
}

async function* table(
  pages: AsyncIterable<readonly SatisfactionAnswer[]>,
  seesPhones: boolean,
): AsyncGenerator<string> {
  // So that a spreadsheet takes it for UTF-8.
  yield `\u{FEFF}${csvRow(COLUMNS)}`;
  for await (const page of pages) {
    yield page.map((answer) => csvRow(cellsOf(answer, seesPhones))).join("");
  }
}

function cellsOf(answer: SatisfactionAnswer, seesPhones: boolean): string[] {
  const { contactName, contactPhone, comment } = answer;
  const phone = contactPhone ?? "";
  return [
    answer.closedAt.toISOString(),
    answer.answeredAt.toISOString(),
    contactName ?? (seesPhones || phone === "" ? phone : maskPhone(phone)),
    String(answer.score),
    String(answer.of),
    comment === null ? "" : searchableText(comment),
    answer.memberName ?? "",
    answer.teamName ?? "",
    answer.channelName,
    answer.conversationId,
  ];
}
