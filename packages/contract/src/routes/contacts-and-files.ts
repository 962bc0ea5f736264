import { z } from "zod";
import { contactJson } from "../json/conversation.ts";
import { fileJson } from "../json/message.ts";
import { type Route, byId, id, limit, pageOf } from "../route.ts";

export const CONTACT_AND_FILE_ROUTES = {
  listContacts: {
    method: "GET",
    path: "/api/v1/contacts",
    summary: "Contacts by name",
    query: z.object({
      q: z.string().max(200).exactOptional(),
      /** Whose field has exactly this value. */
      field: z.string().min(1).max(60).exactOptional(),
      value: z.string().max(2000).exactOptional(),
      labelId: id.exactOptional(),
      channelId: id.exactOptional(),
      /** ISO 3166; countries that share a calling code are found together. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/u)
        .exactOptional(),
      cursor: z.string().exactOptional(),
      limit,
    }),
    answer: pageOf(contactJson),
  },
  getContact: {
    method: "GET",
    path: "/api/v1/contacts/:id",
    summary: "One contact",
    params: byId,
    answer: contactJson,
  },
  updateContact: {
    method: "PATCH",
    path: "/api/v1/contacts/:id",
    summary:
      "Name a contact, set or remove (null) fields, say who looks after them and what they speak",
    params: byId,
    body: z.object({
      name: z.string().max(200).nullable().exactOptional(),
      fields: z.record(z.string().min(1).max(60), z.string().max(2000).nullable()).exactOptional(),
      responsibleId: id.nullable().exactOptional(),
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/u)
        .nullable()
        .exactOptional(),
    }),
    answer: contactJson,
  },
  uploadFile: {
    method: "POST",
    path: "/api/v1/files",
    summary: "Store a file, to be sent with a message afterwards",
    upload: true,
    answer: fileJson,
  },
} as const satisfies Record<string, Route>;
