import { answer, id } from "../reader.ts";
import type { Page, Success } from "../wire/json.ts";
import type { CodeMethod, PhoneNumber, RegisterRequest } from "../wire/phone-number.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import { callOptions } from "./options.ts";
import type { CallOptions } from "./options.ts";
import { pageOf, walk } from "./pages.ts";
import type { PageOptions } from "./pages.ts";
import { readSuccess } from "./success.ts";

/** Which fields of a number are wanted. */
export type PhoneNumberFields = { readonly fields?: readonly (keyof PhoneNumber)[] };

const FIELDS: readonly (keyof PhoneNumber)[] = [
  "id",
  "verified_name",
  "display_phone_number",
  "quality_rating",
  "code_verification_status",
  "platform_type",
  "throughput",
  "status",
  "name_status",
  "account_mode",
  "webhook_configuration",
];

const readPage = pageOf<PhoneNumber>({ id });
const readPhoneNumber = answer<PhoneNumber>({ id });

/** The phone numbers of a WhatsApp Business Account, and their registration. */
export function phoneNumbersOf(graph: Graph) {
  const change = async (parts: readonly string[], json: object, options: CallOptions) =>
    graph.call({ method: "POST", path: path(...parts), body: { json }, ...options }, readSuccess);

  return {
    /** One page of numbers. */
    async list(
      wabaId: string,
      options: PhoneNumberFields & PageOptions = {},
    ): Promise<Page<PhoneNumber>> {
      const { fields = FIELDS, limit, after } = options;
      const query = { fields: fields.join(","), limit, after };
      return graph.call(
        { method: "GET", path: path(wabaId, "phone_numbers"), query, ...callOptions(options) },
        readPage,
      );
    },

    /** Every number, page after page. */
    all(wabaId: string, options: PhoneNumberFields & PageOptions = {}) {
      return walk((after) => this.list(wabaId, { ...options, after }), options.after);
    },

    /** One number by its id. */
    async get(
      phoneNumberId: string,
      options: PhoneNumberFields & CallOptions = {},
    ): Promise<PhoneNumber> {
      const { fields = FIELDS, ...rest } = options;
      const query = { fields: fields.join(",") };
      return graph.call(
        { method: "GET", path: path(phoneNumberId), query, ...rest },
        readPhoneNumber,
      );
    },

    /** Has Meta send a code to the number, to prove that it is ours. */
    async requestCode(
      phoneNumberId: string,
      how: { readonly method: CodeMethod; readonly language: string },
      options: CallOptions = {},
    ): Promise<Success> {
      const query = { code_method: how.method, language: how.language };
      return graph.call(
        { method: "POST", path: path(phoneNumberId, "request_code"), query, ...options },
        readSuccess,
      );
    },

    /** Enters the code that was sent to the number. */
    async verifyCode(
      phoneNumberId: string,
      code: string,
      options: CallOptions = {},
    ): Promise<Success> {
      const query = { code };
      return graph.call(
        { method: "POST", path: path(phoneNumberId, "verify_code"), query, ...options },
        readSuccess,
      );
    },

    /**
     * Puts the number into service.
     *
     * The first registration sets the PIN, later ones must give the same. At most 10 times in
     * 72 hours, deregistering included.
     */
    async register(
      phoneNumberId: string,
      how: { readonly pin: string; readonly dataLocalizationRegion?: string },
      options: CallOptions = {},
    ): Promise<Success> {
      const request: RegisterRequest = {
        messaging_product: "whatsapp",
        pin: how.pin,
        ...(how.dataLocalizationRegion !== undefined && {
          data_localization_region: how.dataLocalizationRegion,
        }),
      };
      return change([phoneNumberId, "register"], request, options);
    },

    /** Takes the number out of service. */
    async deregister(phoneNumberId: string, options: CallOptions = {}): Promise<Success> {
      return change([phoneNumberId, "deregister"], { messaging_product: "whatsapp" }, options);
    },

    /** Sets another PIN for registering the number. */
    async setPin(phoneNumberId: string, pin: string, options: CallOptions = {}): Promise<Success> {
      return change([phoneNumberId], { pin }, options);
    },
  };
}
