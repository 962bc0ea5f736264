import type { App } from "../app.ts";
import { pushNews } from "../operations/push/push-news.ts";
import type { PushService } from "../push/push-service.ts";
import { startLoop } from "./loop.ts";

/** Seconds do not matter to somebody whose page is closed, and one note tells of many messages. */
const EVERY_MS = 2_000;

/** Tells members' browsers what came in, as long as it runs. */
export function startPusher(app: App, service: PushService): AsyncDisposable {
  return startLoop({
    work: async () => {
      await pushNews(app, service);
      return EVERY_MS;
    },
    onFault: (error) => {
      app.metrics.count("faults", { where: "pusher" });
      app.log.error({ error }, "Notifications could not be pushed; trying again");
    },
  });
}
