import type { CallAnswer, CallInput } from "@galka/contract/client";
import type { RouteName } from "@galka/contract/routes";
import { recordConsents } from "@galka/server/operations/consent/record-consents";
import { uuidIds } from "@galka/server/ids";
import type { ControlClient } from "@galka/emulator";
import { connect } from "@galka/postgres/connect";
import { inWorkspace } from "@galka/postgres/database";
import { findDirectoryEntry } from "@galka/postgres/stores/channel-directory";
import { findContactsByPhone } from "@galka/postgres/stores/contacts/imported-contacts";
import { until } from "../until.ts";

export type Api = <R extends RouteName>(name: R, input: CallInput<R>) => Promise<CallAnswer<R>>;

const PAGE = 10_000;
const BATCH = 2_000;
const IMPORTED_WITHIN_MS = 3_600_000;

/** People of the emulator, all reachable, who read some of what they get; answers their numbers. */
export async function populate(
  emulator: ControlClient,
  size: number,
  seed: string,
): Promise<string[]> {
  const { id } = await emulator.addPopulation({
    size,
    seed,
    countries: { DE: 60, BR: 40 },
    habits: {
      onWhatsApp: 1,
      offline: { share: 0 },
      messages: { marketing: quiet(0.2), utility: quiet(0.2) },
    },
  });
  const phones: string[] = [];
  while (phones.length < size) {
    const page = await emulator.members(id, { after: String(phones.length), limit: PAGE });
    phones.push(...page.data.map(({ waId }) => waId));
  }
  return phones;
}

function quiet(read: number) {
  const never = { share: 0 };
  return {
    read: { share: read, after: { median: "5s", p90: "20s" } },
    tap: never,
    answer: never,
    react: never,
    stopWord: never,
    optOut: never,
    block: never,
    report: never,
  };
}

/** Puts people on a list of their own by a table, as a member would; answers the list. */
export async function importList(
  api: Api,
  name: string,
  phones: readonly string[],
): Promise<string> {
  const list = await api("createAudienceList", { body: { name, description: "" } });
  const rows = phones.map((phone, n) => `+${phone},Person ${n}`);
  const file = new File([["phone,name", ...rows].join("\n")], `${name}.csv`, { type: "text/csv" });
  const { id } = await api("uploadContacts", { file });
  const columns = [{ to: "phone" } as const, { to: "name" } as const];
  await api("startContactImport", {
    params: { id },
    body: { columns, country: "DE", known: "skip", list: { id: list.id, unknown: "add" } },
  });
  await until(
    `${name} is imported`,
    async () => {
      const { state, failed } = (await api("getContactImport", { params: { id } })).import;
      if (state === "failed" || failed > 0) throw new Error(`${failed} rows were not taken.`);
      return state === "done";
    },
    IMPORTED_WITHIN_MS,
  );
  return list.id;
}

/** Enters into the ledger that all of them agree to marketing, as an import of consents does. */
export async function agreeToMarketing(
  databaseUrl: string,
  channelId: string,
  phones: readonly string[],
): Promise<void> {
  const db = await connect({ url: databaseUrl, name: "consents", size: 1 });
  const ids = uuidIds();
  try {
    const entry = await findDirectoryEntry(db, channelId);
    if (!entry) throw new Error("The number is not connected.");
    const { workspaceId } = entry;
    for (let at = 0; at < phones.length; at += BATCH) {
      const some = phones.slice(at, at + BATCH);
      await inWorkspace(db, workspaceId, async (tx) => {
        const now = new Date();
        const contacts = await findContactsByPhone(tx, workspaceId, some);
        const records = [...contacts].map(([phone, contactId]) => ({
          id: ids.next(),
          contactId,
          purpose: "marketing" as const,
          channelId: null,
          decision: "granted" as const,
          way: "import" as const,
          at: now,
          expiresAt: null,
          wording: "Yes, send me news by WhatsApp.",
          wordingId: null,
          evidence: { file: "audience.csv", phone },
          memberId: null,
          source: `import:audience:${phone}`,
        }));
        if (records.length < some.length) throw new Error("Somebody was not imported.");
        await recordConsents({ tx, workspaceId, now }, records);
      });
    }
  } finally {
    await db.destroy();
  }
}
