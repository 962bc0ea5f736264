import { text } from "../reader.ts";
import type { CallbackOverride, SubscribedApp } from "../wire/account.ts";
import type { Page, Success } from "../wire/json.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { CallOptions } from "./options.ts";
import { pageOf } from "./pages.ts";
import { readSuccess } from "./success.ts";

/** What an app hears of, and where. */
export type AppSubscription = {
  readonly object: string;
  readonly callback_url?: string;
  readonly active?: boolean;
  readonly fields?: readonly { readonly name: string; readonly version?: string }[];
};

const readApps = pageOf<SubscribedApp>({});
const readAppSubscriptions = pageOf<AppSubscription>({ object: text });

/**
 * Where webhooks go.
 *
 * An address set for a number wins over one set for its account, and that over the app's.
 */
export function subscriptionsOf(graph: Graph) {
  return {
    /** The apps that hear an account. */
    async list(wabaId: string, options: CallOptions = {}): Promise<Page<SubscribedApp>> {
      return graph.call(
        { method: "GET", path: path(wabaId, "subscribed_apps"), ...options },
        readApps,
      );
    },

    /**
     * Has the app of the token hear the account, at the app's address or at another.
     *
     * With another address Meta first asks it for the challenge, see `answerChallenge`.
     */
    async subscribe(
      wabaId: string,
      override?: CallbackOverride,
      options: CallOptions = {},
    ): Promise<Success> {
      const body = override === undefined ? {} : { body: { json: override } };
      return graph.call(
        { method: "POST", path: path(wabaId, "subscribed_apps"), ...body, ...options },
        readSuccess,
      );
    },

    /** Has the app of the token hear the account no more. */
    async unsubscribe(wabaId: string, options: CallOptions = {}): Promise<Success> {
      return graph.call(
        { method: "DELETE", path: path(wabaId, "subscribed_apps"), ...options },
        readSuccess,
      );
    },

    /** Sets an address for the webhooks of one number; null takes it away. */
    async overrideForNumber(
      phoneNumberId: string,
      override: CallbackOverride | null,
      options: CallOptions = {},
    ): Promise<Success> {
      const json = { webhook_configuration: override ?? { override_callback_uri: "" } };
      return graph.call(
        { method: "POST", path: path(phoneNumberId), body: { json }, ...options },
        readSuccess,
      );
    },

    /** What an app hears of. The client's token must be the app's: `app-id|app-secret`. */
    async listForApp(appId: string, options: CallOptions = {}): Promise<Page<AppSubscription>> {
      return graph.call(
        { method: "GET", path: path(appId, "subscriptions"), ...options },
        readAppSubscriptions,
      );
    },

    /** Sets the app's address and fields. The client's token must be the app's. */
    async subscribeApp(
      appId: string,
      to: {
        readonly callbackUrl: string;
        readonly verifyToken: string;
        readonly fields: readonly string[];
      },
      options: CallOptions = {},
    ): Promise<Success> {
      const json = {
        object: "whatsapp_business_account",
        callback_url: to.callbackUrl,
        verify_token: to.verifyToken,
        fields: to.fields.join(","),
        include_values: true,
      };
      return graph.call(
        { method: "POST", path: path(appId, "subscriptions"), body: { json }, ...options },
        readSuccess,
      );
    },
  };
}
