import type { App } from "../app.ts";
import { fireDueRules } from "../operations/rules/fire-rules.ts";
import { startLoop } from "./loop.ts";

/** How long to wait without a hint: hints of other processes may be lost, and silences give none. */
const POLL_MS = 500;

/** Has the rules look at what is due, as long as it runs. */
export function startRules(app: App): AsyncDisposable {
  const loop = startLoop({
    work: async () => ((await fireDueRules(app)) > 0 ? 0 : POLL_MS),
    onFault: (error) => {
      app.metrics.count("faults", { where: "rules" });
      app.log.error({ error }, "The rules could not be asked; trying again");
    },
  });
  const stopListening = app.wake.listen("rules", () => loop.wake());
  return {
    async [Symbol.asyncDispose]() {
      stopListening();
      await loop[Symbol.asyncDispose]();
    },
  };
}
