import type { App } from "../app.ts";
import { askDue } from "../operations/satisfaction/ask-due.ts";
import { startLoop } from "./loop.ts";

/** How long to wait without a hint: a wait that is over gives none. */
const POLL_MS = 1_000;

/** Asks contacts how they were served, as long as it runs. */
export function startSatisfaction(app: App): AsyncDisposable {
  const loop = startLoop({
    work: async () => ((await askDue(app)) > 0 ? 0 : POLL_MS),
    onFault: (error) => {
      app.metrics.count("faults", { where: "satisfaction" });
      app.log.error({ error }, "Contacts could not be asked; trying again");
    },
  });
  const stopListening = app.wake.listen("satisfaction", () => loop.wake());
  return {
    async [Symbol.asyncDispose]() {
      stopListening();
      await loop[Symbol.asyncDispose]();
    },
  };
}
