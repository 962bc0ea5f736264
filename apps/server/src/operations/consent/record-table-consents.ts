import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import type { ContactImport } from "@galka/postgres/stores/contacts/contact-imports";
import type { NewEvent } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import { recordConsents } from "./record-consents.ts";
import {
  NO_TABLE_CONSENTS,
  type TableConsentCounts,
  knownToTables,
  outweighedOf,
  readConsents,
} from "./table-consents.ts";

/** A row of a table, and whose it turned out to be. */
export type ConsentRow = {
  readonly id: string;
  readonly row: number;
  readonly variables: Readonly<Record<string, string>>;
};

/** What became of the consents of a part of a table. */
export type TableConsents = TableConsentCounts & { readonly events: readonly NewEvent[] };

type Importing = { readonly workspaceId: WorkspaceId; readonly running: ContactImport };

/**
 * Records what the people of a table have agreed to, each with the file, the row
 * and what stands in it as evidence. A row is recorded once, however often its
 * table is carried out. Whoever has taken it back since is counted: what they
 * said last holds.
 */
export async function recordTableConsents(
  app: App,
  tx: Tx,
  { workspaceId, running }: Importing,
  people: readonly ConsentRow[],
): Promise<TableConsents> {
  const wish = running.choices?.consent;
  if (!wish || people.length === 0) return { ...NO_TABLE_CONSENTS, events: [] };
  const now = app.clock.now();
  const { decision } = wish;
  const known = await knownToTables(tx, workspaceId);
  const { said, lacking, lackingRows } = readConsents(wish, people, { now, known });
  const records = said.flatMap(({ id: contactId, row, variables, at, source, ...agreed }) =>
    agreed.purposes.map((purpose) => ({
      id: app.ids.next(),
      contactId,
      purpose,
      channelId: agreed.channelId,
      decision,
      way: "import" as const,
      at,
      expiresAt: null,
      wording: agreed.words.text,
      wordingId: agreed.words.id,
      evidence: {
        file: running.fileName,
        sha256: running.source?.sha256 ?? null,
        row,
        source,
        values: variables,
      },
      memberId: running.createdBy,
      source: `import:${running.id}:${row}:${purpose}:${decision}`,
    })),
  );
  const { events } = await recordConsents({ tx, workspaceId, now }, records);
  const counted = await outweighedOf(tx, workspaceId, wish, said);
  return { events, recorded: said.length, lacking, lackingRows, ...counted };
}
