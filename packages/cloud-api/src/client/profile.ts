import { answer } from "../reader.ts";
import type { BusinessProfile, BusinessProfileUpdate } from "../wire/account.ts";
import type { Success } from "../wire/json.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { CallOptions } from "./options.ts";
import { onlyItem } from "./pages.ts";
import { readSuccess } from "./success.ts";

const FIELDS: readonly (keyof BusinessProfile)[] = [
  "about",
  "address",
  "description",
  "email",
  "profile_picture_url",
  "websites",
  "vertical",
];

const readProfile = onlyItem(answer<BusinessProfile>({}));

/** What people see of the business behind a number. */
export function profileOf(graph: Graph) {
  return {
    /** The profile; what was never filled in is absent. */
    async get(phoneNumberId: string, options: CallOptions = {}): Promise<BusinessProfile> {
      const query = { fields: FIELDS.join(",") };
      return graph.call(
        {
          method: "GET",
          path: path(phoneNumberId, "whatsapp_business_profile"),
          query,
          ...options,
        },
        readProfile,
      );
    },

    /** Changes the fields given and leaves the others. */
    async update(
      phoneNumberId: string,
      change: BusinessProfileUpdate,
      options: CallOptions = {},
    ): Promise<Success> {
      const json = { messaging_product: "whatsapp", ...change };
      return graph.call(
        {
          method: "POST",
          path: path(phoneNumberId, "whatsapp_business_profile"),
          body: { json },
          ...options,
        },
        readSuccess,
      );
    },
  };
}
