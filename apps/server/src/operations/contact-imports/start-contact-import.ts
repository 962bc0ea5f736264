import { isDeepStrictEqual } from "node:util";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { findWording } from "@galka/postgres/stores/consent/wordings";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { lockAudienceList } from "@galka/postgres/stores/audience/audience-lists";
import { addListColumns, unfileListMembers } from "@galka/postgres/stores/audience/list-members";
import {
  type ContactImport,
  type ContactImportChoices,
  endContactImport,
  lockContactImport,
  startContactImport,
} from "@galka/postgres/stores/contacts/contact-imports";
import type { App } from "../../app.ts";

export type ImportChangeRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"import-not-ready", { readonly state: ContactImport["state"] }>
  | Refused<"invalid-request", { readonly problems: readonly object[] }>;

/**
 * Sets an import of contacts running. One that was stopped goes on where it was
 * if nothing is chosen differently; a repeated one finds everybody there.
 */
export function startTable(
  app: App,
  member: Member,
  id: string,
  choices: ContactImportChoices,
): Promise<ContactImport | ImportChangeRefused> {
  return change(app, member, id, async (tx, found) => {
    if (found.state === "running" || found.source === null) {
      return { refused: "import-not-ready", state: found.state };
    }
    if (!fits(found, choices)) {
      const problem = "name what each column is, exactly one of them the phone number";
      return { refused: "invalid-request", problems: [{ field: "columns", problem }] };
    }
    const { list, consent } = choices;
    const problem =
      consent &&
      (missingColumn(found, consent) ??
        (await consentProblem(tx, member, consent, app.clock.now())));
    if (problem) return { refused: "invalid-request", problems: [problem] };
    if (list && !(await lockAudienceList(tx, member.workspaceId, list.id))) {
      return { refused: "not-found" };
    }
    const goesOn = found.state !== "done" && isDeepStrictEqual(choices, found.choices);
    const now = app.clock.now();
    if (!goesOn) await unfileListMembers(tx, member.workspaceId, id);
    await startContactImport(tx, member.workspaceId, id, { choices, goesOn, now });
    if (list) await addListColumns(tx, member.workspaceId, list.id, columnsKept(found, choices));
    await enqueue(tx, [
      {
        task: "run-contact-import",
        payload: { workspaceId: member.workspaceId, importId: id },
      },
    ]);
    return null;
  });
}

/** Stops an import after the batch that is under way. What is in stays, and it can be started again. */
export function stopTable(
  app: App,
  member: Member,
  id: string,
): Promise<ContactImport | ImportChangeRefused> {
  return change(app, member, id, async (tx, found) => {
    if (found.state !== "running") return { refused: "import-not-ready", state: found.state };
    const at = app.clock.now();
    await endContactImport(tx, member.workspaceId, id, { state: "stopped", failure: null, at });
    return null;
  });
}

async function change(
  app: App,
  member: Member,
  id: string,
  work: (tx: Tx, found: ContactImport) => Promise<ImportChangeRefused | null>,
): Promise<ContactImport | ImportChangeRefused> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const before = await lockContactImport(tx, workspaceId, id);
    if (!before) return { refused: "not-found" };
    const refusal = await work(tx, before);
    if (refusal) return refusal;
    const after = await lockContactImport(tx, workspaceId, id);
    if (!after) throw new Error("An import that is locked is gone.");
    await recordAudit(tx, workspaceId, app.clock.now(), [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "contact-import-changed",
        subjectId: id,
        before: { state: before.state },
        after: { state: after.state },
      },
    ]);
    return after;
  });
}

/** What the members of a list bring: every column that has a name, but the number. */
function columnsKept({ columns }: ContactImport, choices: ContactImportChoices): string[] {
  return columns.filter((name, at) => name !== "" && choices.columns[at]?.to !== "phone");
}

/** A column that is to say something of each consent, and that the table does not have. */
function missingColumn(
  { columns }: ContactImport,
  consent: NonNullable<ContactImportChoices["consent"]>,
) {
  const { saidAtColumn, sourceColumn, agreedColumn } = consent;
  const { purposeColumn, wordingColumn, channelColumn } = consent;
  const whenAndWho = { saidAtColumn, sourceColumn, agreedColumn };
  const named = Object.entries({ ...whenAndWho, purposeColumn, wordingColumn, channelColumn });
  const [missing] = named.find(([, it]) => it !== undefined && !columns.includes(it)) ?? [];
  return missing === undefined
    ? null
    : { field: `consent.${missing}`, problem: "the table has no such column" };
}

/** Why what is said of the people of a table proves nothing; null when it does. */
async function consentProblem(
  tx: Tx,
  { workspaceId }: Member,
  consent: NonNullable<ContactImportChoices["consent"]>,
  now: Date,
): Promise<{ readonly field: string; readonly problem: string } | null> {
  const { wordingId, wordingColumn, purposes, purposeColumn, saidAt } = consent;
  if (new Date(saidAt) > now)
    return { field: "consent.saidAt", problem: "this lies in the future" };
  if (purposes.length === 0 && purposeColumn === undefined) {
    return { field: "consent.purposes", problem: "name a purpose, or the column that names it" };
  }
  if (wordingId === null) {
    const problem = "name the words, or the column that has them";
    return wordingColumn === undefined ? { field: "consent.wordingId", problem } : null;
  }
  const wording = await findWording(tx, workspaceId, wordingId);
  return wording ? null : { field: "consent.wordingId", problem: "there are no such words" };
}

function fits({ columns }: ContactImport, choices: ContactImportChoices): boolean {
  const phones = choices.columns.filter(({ to }) => to === "phone");
  return choices.columns.length === columns.length && phones.length === 1;
}
