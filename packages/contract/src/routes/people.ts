import { z } from "zod";
import { contactJson } from "../json/conversation.ts";
import {
  contactFieldJson,
  contactImportChoicesJson,
  contactImportJson,
  contactPreviewJson,
  duplicateJson,
  erasureJson,
  mergeJson,
  retentionJson,
  rowReasonJson,
  untakenRowJson,
} from "../json/people.ts";
import { type Route, byId, id } from "../route.ts";

const kind = contactFieldJson.shape.kind;
const choices = z.array(z.string().trim().min(1).max(100)).max(100);

export const PEOPLE_ROUTES = {
  listContactFields: {
    method: "GET",
    path: "/api/v1/contact-fields",
    summary: "The fields that are kept of contacts",
    answer: z.object({ items: z.array(contactFieldJson) }),
  },
  addContactField: {
    method: "POST",
    path: "/api/v1/contact-fields",
    summary: "Define a field",
    body: z.object({
      name: z.string().trim().min(1).max(60),
      kind,
      choices: choices.exactOptional(),
    }),
    answer: contactFieldJson,
  },
  updateContactField: {
    method: "PATCH",
    path: "/api/v1/contact-fields/:id",
    summary: "Change a field's kind, choices or place",
    params: byId,
    body: z.object({
      kind: kind.exactOptional(),
      choices: choices.exactOptional(),
      position: z.number().int().min(0).max(10_000).exactOptional(),
    }),
    answer: contactFieldJson,
  },
  removeContactField: {
    method: "DELETE",
    path: "/api/v1/contact-fields/:id",
    summary: "Take a field off the list; values stay with the contacts",
    params: byId,
    answer: contactFieldJson,
  },
  listDuplicates: {
    method: "GET",
    path: "/api/v1/contacts/:id/duplicates",
    summary: "Who may be the same person",
    params: byId,
    answer: z.object({ items: z.array(duplicateJson) }),
  },
  mergeContacts: {
    method: "POST",
    path: "/api/v1/contacts/:id/merge",
    summary: "Make another contact part of this one; it can be undone",
    params: byId,
    body: z.object({ loserId: id }),
    answer: contactJson,
  },
  listMerges: {
    method: "GET",
    path: "/api/v1/contacts/:id/merges",
    summary: "The merges into a contact that can be undone, latest first",
    params: byId,
    answer: z.object({ items: z.array(mergeJson) }),
  },
  undoMerge: {
    method: "POST",
    path: "/api/v1/merges/:id/undo",
    summary: "Part two contacts again",
    params: byId,
    answer: z.object({ winner: contactJson, loser: contactJson }),
  },
  eraseContact: {
    method: "POST",
    path: "/api/v1/contacts/:id/erase",
    summary: "Erase a person with everything that is theirs; it cannot be undone",
    params: byId,
    body: z.object({ confirmed: z.literal(true) }),
    answer: z.object({ erasureId: z.string() }),
  },
  listErasures: {
    method: "GET",
    path: "/api/v1/erasures",
    summary:
      "Receipts of erasures, latest first; GET /api/v1/erasures/:id/receipt.json has one whole",
    answer: z.object({ items: z.array(erasureJson) }),
  },
  getRetention: {
    method: "GET",
    path: "/api/v1/retention",
    summary: "How long what is kept",
    answer: retentionJson,
  },
  setRetention: {
    method: "PUT",
    path: "/api/v1/retention",
    summary: "Say how long what is kept; what is older is deleted within the hour",
    body: retentionJson,
    answer: retentionJson,
  },
  uploadContacts: {
    method: "POST",
    path: "/api/v1/contact-imports",
    summary: "Read a table of contacts (CSV); nothing is imported yet",
    upload: true,
    answer: contactImportJson,
  },
  listContactImports: {
    method: "GET",
    path: "/api/v1/contact-imports",
    summary: "Imports of contacts, newest first",
    answer: z.object({ items: z.array(contactImportJson) }),
  },
  getContactImport: {
    method: "GET",
    path: "/api/v1/contact-imports/:id",
    summary:
      "One import, with what its columns are taken for; :id/problems.csv has the rows not taken",
    params: byId,
    answer: z.object({
      import: contactImportJson,
      /** As the last time for such a file, else guessed by the names of the columns. */
      suggested: z.object({
        columns: contactImportChoicesJson.shape.columns,
        country: z.string().nullable(),
        known: contactImportChoicesJson.shape.known,
      }),
    }),
  },
  listUntakenRows: {
    method: "GET",
    path: "/api/v1/contact-imports/:id/problems",
    summary: "The first rows that an import did not take, of all reasons or of one",
    params: byId,
    query: z.object({ reason: rowReasonJson.exactOptional() }),
    answer: z.object({ items: z.array(untakenRowJson) }),
  },
  previewContactImport: {
    method: "POST",
    path: "/api/v1/contact-imports/:id/preview",
    summary: "What an import would do; changes nothing",
    params: byId,
    body: contactImportChoicesJson,
    answer: contactPreviewJson,
  },
  startContactImport: {
    method: "POST",
    path: "/api/v1/contact-imports/:id/start",
    summary: "Import as chosen; a repetition adds nobody twice",
    params: byId,
    body: contactImportChoicesJson,
    answer: contactImportJson,
  },
  stopContactImport: {
    method: "POST",
    path: "/api/v1/contact-imports/:id/stop",
    summary: "Stop a running import; what is in stays",
    params: byId,
    answer: contactImportJson,
  },
} as const satisfies Record<string, Route>;
