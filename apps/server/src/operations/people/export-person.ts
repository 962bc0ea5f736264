import { Readable } from "node:stream";
import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { type PersonsFile, loadPerson } from "@galka/postgres/stores/contacts/persons-data";
import { ZipFile } from "yazl";
import type { App } from "../../app.ts";

/**
 * Everything that is kept of a person, as a zip: their data as JSON, and the
 * files that went to and fro. What the person has a right to be given.
 */
export async function exportPerson(
  app: App,
  member: Member,
  contactId: ContactId,
): Promise<
  { readonly zip: AsyncIterable<Uint8Array | string> } | Refused<"not-found"> | Refused<"forbidden">
> {
  if (!may(member, "contacts.export")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const person = await inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await loadPerson(tx, workspaceId, contactId);
    if (found) {
      await recordAudit(tx, workspaceId, now, [
        {
          id: app.ids.next(),
          by: byMember(member),
          action: "contact-exported",
          subjectId: contactId,
        },
      ]);
    }
    return found;
  });
  if (!person) return { refused: "not-found" };
  const zip = new ZipFile();
  const told = { exportedAt: now.toISOString(), ...person.data };
  zip.addBuffer(Buffer.from(`${JSON.stringify(told, null, 2)}\n`), "person.json", { mtime: now });
  for (const file of person.files) addFile(app, zip, file, now);
  zip.end();
  return { zip: Readable.from(zip.outputStream) };
}

function addFile(app: App, zip: ZipFile, file: PersonsFile, mtime: Date): void {
  zip.addReadStreamLazy(`media/${file.id}${endingOf(file)}`, { mtime, compress: false }, (give) => {
    app.files.open(file.sha256).then(
      (bytes) => give(null, Readable.from(bytes ?? [], { objectMode: false })),
      (error: unknown) => give(error, Readable.from([])),
    );
  });
}

/** By its type; the name that somebody gave it never becomes a path. */
function endingOf({ mediaType }: PersonsFile): string {
  const kind = /^[a-z]+\/([a-z0-9]{2,5})$/u.exec(mediaType)?.[1];
  return kind === undefined ? "" : `.${kind}`;
}
