import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
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

type Importing = { readonly workspaceId: WorkspaceId; readonly running: ContactImport };

/**
 * Records what the people of a table have agreed to, each with the file, the row
 * and what stands in it as evidence. A row is recorded once, however often its
 * table is carried out; answers what is to be told.
 */
export async function recordTableConsents(
  app: App,
  tx: Tx,
  { workspaceId, running }: Importing,
  people: readonly ConsentRow[],
): Promise<readonly NewEvent[]> {
  const wish = running.choices?.consent;
  if (!wish) return [];
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
  return (await recordConsents({ tx, workspaceId, now }, records)).events;
}
