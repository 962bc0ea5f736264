import { readReadiness } from "@galka/postgres/stores/views/readiness";
import type { House } from "./compose.ts";
import type { Health } from "./http/health.ts";

/** More than this waits to be understood, and new members had better go to another process. */
const MOST_WAITING = 50_000;

/** What the server knows of its own state. */
export function healthOf({ app, metrics }: House): Health {
  return {
    metrics: () => metrics.read(),
    async problems() {
      try {
        const { waitingWebhooks } = await readReadiness(app.db);
        return waitingWebhooks > MOST_WAITING ? [`${waitingWebhooks} webhooks wait`] : [];
      } catch (error) {
        app.log.warn({ error }, "The database does not answer.");
        return ["the database does not answer"];
      }
    },
  };
}
