import { answer, flag, id, isObject, own, text } from "../reader.ts";
import type { BusinessAccount, TokenInfo } from "../wire/account.ts";
import type { HealthStatus } from "../wire/phone-number.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { CallOptions } from "./options.ts";

const FIELDS: readonly (keyof BusinessAccount)[] = [
  "id",
  "name",
  "currency",
  "timezone_id",
  "country",
  "account_review_status",
  "business_verification_status",
  "status",
  "ownership_type",
];

const readAccount = answer<BusinessAccount>({ id });
const readHealth = answer<HealthStatus>({ can_send_message: text });
const readToken = answer<TokenInfo>({ is_valid: flag });

/** The account, its health, and the token. */
export function accountsOf(graph: Graph) {
  return {
    /** A WhatsApp Business Account with the fields asked for. */
    async get(
      wabaId: string,
      options: CallOptions & { readonly fields?: readonly (keyof BusinessAccount)[] } = {},
    ): Promise<BusinessAccount> {
      const { fields = FIELDS, ...rest } = options;
      const query = { fields: fields.join(",") };
      return graph.call({ method: "GET", path: path(wabaId), query, ...rest }, readAccount);
    },

    /** Whether an account, a number or a template can send, and what stands in the way. */
    async health(nodeId: string, options: CallOptions = {}): Promise<HealthStatus> {
      const query = { fields: "health_status" };
      return graph.call({ method: "GET", path: path(nodeId), query, ...options }, (value) =>
        isObject(value) ? readHealth(own(value, "health_status")) : undefined,
      );
    },

    /**
     * What Meta knows about a token: whether it is valid, until when, and what it may do.
     *
     * Meta wants the app's own token (`app-id|app-secret`) or one of its developers' to ask with.
     */
    async debugToken(inputToken: string, options: CallOptions = {}): Promise<TokenInfo> {
      const query = { input_token: inputToken };
      return graph.call({ method: "GET", path: "debug_token", query, ...options }, (value) =>
        isObject(value) ? readToken(own(value, "data")) : undefined,
      );
    },
  };
}
