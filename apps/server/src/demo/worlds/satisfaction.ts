import { USUAL_SETTINGS } from "@galka/core/satisfaction/usual";
import { changeSatisfactionSettings } from "../../operations/satisfaction/settings.ts";
import type { Stage } from "./stage.ts";

/** Has whoever was answered asked how it was, by three buttons. */
export async function askHowItWas({ app, owner }: Stage): Promise<void> {
  const set = await changeSatisfactionSettings(app, owner, { ...USUAL_SETTINGS, isOn: true });
  if ("refused" in set) throw new Error(`Asking contacts: ${set.refused}.`);
}
