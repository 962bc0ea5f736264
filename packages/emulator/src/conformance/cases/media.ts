import { z } from "zod";
import { created, success } from "../answers.ts";
import { type Case, kept } from "../case.ts";

const upload = z.string().regex(/^upload:\S+\?sig=\S+$/);

/** Files for messages, and resumable uploads for samples and pictures. */
export const mediaCases: readonly Case[] = [
  file("an image", "image/png", "a.png"),
  file("a sticker", "image/webp", "a.webp"),
  file("a voice message", "audio/ogg", "a.ogg"),
  {
    name: "read where a file is",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "media")}?phone_number_id=${it.number}`,
    answer: z.strictObject({
      messaging_product: z.literal("whatsapp"),
      url: z.url(),
      mime_type: z.literal("audio/ogg"),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      file_size: z.literal("5"),
      id: z.string(),
    }),
  },
  {
    name: "delete a file",
    method: "DELETE",
    path: (it) => `/v23.0/${kept(it, "media")}/?phone_number_id=${it.number}`,
    answer: success,
  },
  {
    name: "begin an upload",
    method: "POST",
    path: () => "/v23.0/app/uploads/?file_length=5&file_type=image/jpeg&file_name=a.jpg",
    answer: z.strictObject({ id: upload }),
    keep: { upload: "id" },
  },
  {
    name: "read how far an upload is",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "upload")}`,
    answer: z.strictObject({ id: z.string().startsWith("upload:"), file_offset: z.literal(0) }),
  },
  {
    name: "finish an upload",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "upload")}`,
    headers: { file_offset: "0" },
    body: () => new TextEncoder().encode("bytes"),
    answer: z.strictObject({ h: z.string().regex(/^\d:/) }),
  },
];

function file(name: string, type: string, filename: string): Case {
  return {
    name: `upload ${name}`,
    method: "POST",
    path: (it) => `/v23.0/${it.number}/media`,
    body: () => {
      const form = new FormData();
      form.set("messaging_product", "whatsapp");
      form.set("file", new Blob(["bytes"], { type }), filename);
      return form;
    },
    answer: created,
    keep: { media: "id" },
  };
}
