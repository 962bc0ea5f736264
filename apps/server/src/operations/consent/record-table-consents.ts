import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { countOutweighed } from "@galka/postgres/stores/consent/outweighed";
import { findWording } from "@galka/postgres/stores/consent/wordings";
import type { ContactImport } from "@galka/postgres/stores/contacts/contact-imports";
import type { NewEvent } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import { recordConsents } from "./record-consents.ts";

/** A row of a table, and whose it turned out to be. */
export type ConsentRow = {
  readonly id: string;
  readonly row: number;
  readonly variables: Readonly<Record<string, string>>;
};

/** What became of the consents of a part of a table. */
export type TableConsents = {
  readonly events: readonly NewEvent[];
  /** How many people have agreed, or taken it back, by the table. */
  readonly recorded: number;
  /** How many of them have taken it back later than the table says that they agreed. */
  readonly outweighed: number;
  /** How many of these were erased since, so that only a hash remembers it. */
  readonly remembered: number;
};

const NOTHING: TableConsents = { events: [], recorded: 0, outweighed: 0, remembered: 0 };

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
  if (!wish || people.length === 0) return NOTHING;
  const now = app.clock.now();
  const wording = await findWording(tx, workspaceId, wish.wordingId);
  if (!wording) throw new Error("The words of an import that was begun are gone.");
  const { decision, channelId, source } = wish;
  const records = people.flatMap(({ id: contactId, row, variables }) =>
    wish.purposes.map((purpose) => ({
      id: app.ids.next(),
      contactId,
      purpose,
      channelId,
      decision,
      way: "import" as const,
      at: new Date(wish.saidAt),
      expiresAt: null,
      wording: wording.text,
      wordingId: wording.id,
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
  const contactIds = people.map(({ id }) => id);
  const outweighed =
    decision === "granted"
      ? await countOutweighed(tx, workspaceId, { ...wish, at: new Date(wish.saidAt), contactIds })
      : { people: 0, remembered: 0 };
  return {
    events,
    recorded: people.length,
    outweighed: outweighed.people,
    remembered: outweighed.remembered,
  };
}
