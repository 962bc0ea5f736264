import { rowProblemJson, untakenRowJson } from "@galka/contract/json/people";
import {
  listTables,
  previewTable,
  readContactImport,
  suggestColumns,
} from "../../../operations/contact-imports/examine-table.ts";
import { listUntakenRows } from "../../../operations/contact-imports/list-untaken-rows.ts";
import { receiveTable } from "../../../operations/contact-imports/receive-table.ts";
import { startTable, stopTable } from "../../../operations/contact-imports/start-contact-import.ts";
import { TABLE_LIMITS } from "../../../operations/contact-imports/table-file.ts";
import { uploadOf } from "../../files/upload.ts";
import { handle } from "../../handle.ts";
import {
  presentConsents,
  presentContactImport,
  presentReasons,
} from "../../present/contact-import.ts";

export const contactImportRoutes = {
  uploadContacts: handle("uploadContacts", async ({ app, member, request }) => {
    const { name, bytes } = await uploadOf(request, TABLE_LIMITS.bytes);
    const received = await receiveTable(app, member, { name: name ?? "contacts.csv", bytes });
    return "refused" in received ? received : presentContactImport(received);
  }),
  listContactImports: handle("listContactImports", async ({ app, member }) => {
    const found = await listTables(app, member);
    return "refused" in found ? found : { items: found.items.map(presentContactImport) };
  }),
  getContactImport: handle("getContactImport", async ({ app, member, params }) => {
    const found = await readContactImport(app, member, params.id);
    if ("refused" in found) return found;
    const suggested = await suggestColumns(app, member, found);
    return {
      import: presentContactImport(found),
      suggested: {
        columns: [...suggested.columns],
        country: suggested.country ?? null,
        known: suggested.known ?? "skip",
      },
    };
  }),
  listUntakenRows: handle("listUntakenRows", async ({ app, member, params, query }) => {
    const found = await listUntakenRows(app, member, params.id, query["reason"]);
    if ("refused" in found) return found;
    return { items: found.items.map((it) => untakenRowJson.parse(it)) };
  }),
  previewContactImport: handle("previewContactImport", async ({ app, member, params, body }) => {
    const preview = await previewTable(app, member, params.id, body);
    if ("refused" in preview) return preview;
    return {
      ...preview,
      consents: preview.consents && presentConsents(preview.consents),
      reasons: presentReasons(preview.reasons),
      problems: preview.problems.map((it) => rowProblemJson.parse(it)),
      sample: preview.sample.map(({ row, phone, name, language, fields, known }) => ({
        row,
        phone,
        name,
        language,
        known,
        fields: { ...fields },
      })),
    };
  }),
  startContactImport: handle("startContactImport", async ({ app, member, params, body }) => {
    const started = await startTable(app, member, params.id, body);
    return "refused" in started ? started : presentContactImport(started);
  }),
  stopContactImport: handle("stopContactImport", async ({ app, member, params }) => {
    const stopped = await stopTable(app, member, params.id);
    return "refused" in stopped ? stopped : presentContactImport(stopped);
  }),
};
