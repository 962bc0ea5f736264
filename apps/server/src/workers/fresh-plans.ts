import { keepPlansFresh } from "../operations/webhooks/apply-webhooks.ts";
import type { App } from "../app.ts";

/** After how many rows the database looks at its tables again, and each time after twice as many. */
const FIRST_LOOK = 250;
const LAST_LOOK = 1_000_000;

/** Told how many rows were written, has the database look again at what has grown: whoever fills young tables needs other plans soon. */
export function openFreshPlans(app: App): (written: number) => Promise<void> {
  let all = 0;
  let nextLook = FIRST_LOOK;
  return async (written) => {
    all += written;
    if (all < nextLook || nextLook > LAST_LOOK) return;
    while (nextLook <= all) nextLook *= 2;
    await keepPlansFresh(app);
  };
}
