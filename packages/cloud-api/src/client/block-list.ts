import { anyObject, answer } from "../reader.ts";
import type { BlockResult, BlockedUser } from "../wire/account.ts";
import type { Page } from "../wire/json.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import { callOptions } from "./options.ts";
import type { CallOptions } from "./options.ts";
import { pageOf, walk } from "./pages.ts";
import type { PageOptions } from "./pages.ts";

const readPage = pageOf<BlockedUser>({});
const readResult = answer<BlockResult>({ block_users: anyObject });

/** The people a number does not hear any more. */
export function blockListOf(graph: Graph) {
  const change = async (
    method: "POST" | "DELETE",
    phoneNumberId: string,
    users: readonly string[],
    options: CallOptions,
  ): Promise<BlockResult> => {
    const json = { messaging_product: "whatsapp", block_users: users.map((user) => ({ user })) };
    return graph.call(
      {
        method,
        path: path(phoneNumberId, "block_users"),
        body: { json },
        partialAnswers: true,
        ...options,
      },
      readResult,
    );
  };

  return {
    /** One page of blocked people. */
    async list(phoneNumberId: string, options: PageOptions = {}): Promise<Page<BlockedUser>> {
      const { limit, after } = options;
      const query = { limit, after };
      return graph.call(
        { method: "GET", path: path(phoneNumberId, "block_users"), query, ...callOptions(options) },
        readPage,
      );
    },

    /** Everyone blocked, page after page. */
    all(phoneNumberId: string, options: PageOptions = {}) {
      return walk((after) => this.list(phoneNumberId, { ...options, after }), options.after);
    },

    /**
     * Blocks people by phone number; only those who wrote within 24 hours can be blocked.
     *
     * When it works for some only, the answer names the others in `failed_users`.
     */
    async block(phoneNumberId: string, users: readonly string[], options: CallOptions = {}) {
      return change("POST", phoneNumberId, users, options);
    },

    /** Hears people again. */
    async unblock(phoneNumberId: string, users: readonly string[], options: CallOptions = {}) {
      return change("DELETE", phoneNumberId, users, options);
    },
  };
}
