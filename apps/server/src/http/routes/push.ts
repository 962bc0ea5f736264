import { loadPushKeys } from "../../operations/push/push-keys.ts";
import { subscribeBrowser, unsubscribeBrowser } from "../../operations/push/subscriptions.ts";
import { handle } from "../handle.ts";

export const pushRoutes = {
  getPushKey: handle("getPushKey", async ({ app, desk }) => {
    const { publicKey } = await loadPushKeys(app, desk.push);
    return { publicKey };
  }),

  subscribeBrowser: handle("subscribeBrowser", ({ app, member, body }) =>
    subscribeBrowser(app, member, body),
  ),

  unsubscribeBrowser: handle("unsubscribeBrowser", ({ app, member, body }) =>
    unsubscribeBrowser(app, member, body.endpoint),
  ),
};
