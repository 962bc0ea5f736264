import { answer, id } from "../reader.ts";
import type { QrCode } from "../wire/account.ts";
import type { Page, Success } from "../wire/json.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { CallOptions } from "./options.ts";
import { onlyItem, pageOf } from "./pages.ts";
import { readSuccess } from "./success.ts";

const readPage = pageOf<QrCode>({ code: id });
const readCode = answer<QrCode>({ code: id });
const readOnly = onlyItem(readCode);

/** Codes that open a chat with a number, words already typed. */
export function qrCodesOf(graph: Graph) {
  const save = async (phoneNumberId: string, json: object, options: CallOptions) =>
    graph.call(
      { method: "POST", path: path(phoneNumberId, "message_qrdls"), body: { json }, ...options },
      readCode,
    );

  return {
    /** Makes a code; the words are at most 140 characters. */
    async create(
      phoneNumberId: string,
      code: { readonly prefilledMessage: string; readonly image?: "SVG" | "PNG" },
      options: CallOptions = {},
    ): Promise<QrCode> {
      const json = {
        prefilled_message: code.prefilledMessage,
        ...(code.image !== undefined && { generate_qr_image: code.image }),
      };
      return save(phoneNumberId, json, options);
    },

    /** Every code of a number. */
    async list(phoneNumberId: string, options: CallOptions = {}): Promise<Page<QrCode>> {
      return graph.call(
        { method: "GET", path: path(phoneNumberId, "message_qrdls"), ...options },
        readPage,
      );
    },

    /** One code. */
    async get(phoneNumberId: string, code: string, options: CallOptions = {}): Promise<QrCode> {
      return graph.call(
        { method: "GET", path: path(phoneNumberId, "message_qrdls", code), ...options },
        (value) => readOnly(value) ?? readCode(value),
      );
    },

    /** Changes the words of a code; its image and link stay. */
    async update(
      phoneNumberId: string,
      code: { readonly code: string; readonly prefilledMessage: string },
      options: CallOptions = {},
    ): Promise<QrCode> {
      const json = { code: code.code, prefilled_message: code.prefilledMessage };
      return save(phoneNumberId, json, options);
    },

    /** Ends a code: whoever scans it then opens nothing. */
    async delete(phoneNumberId: string, code: string, options: CallOptions = {}): Promise<Success> {
      return graph.call(
        { method: "DELETE", path: path(phoneNumberId, "message_qrdls", code), ...options },
        readSuccess,
      );
    },
  };
}
