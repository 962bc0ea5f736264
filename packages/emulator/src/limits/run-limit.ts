import type { World } from "../world.ts";
import { assessPacing } from "./assess-pacing.ts";
import { checkGrowth } from "./grow-limit.ts";
import { checkQuality } from "./judge-quality.ts";
import { endUpgrade } from "./upgrade-throughput.ts";

/** What the limits have to look at at this instant; the subject is what and of whom. */
export function runLimit(world: World, subject: string): void {
  const [what = "", first = "", second = ""] = subject.split(" ");
  switch (what) {
    case "growth":
      return checkGrowth(world, first);
    case "upgrade":
      return endUpgrade(world, first);
    case "assess":
      return assessPacing(world, first);
    case "quality":
      return checkQuality(world, first === "number" ? `number ${second}` : `template ${second}`);
    default:
      throw new Error(`The limits do not know what "${subject}" is`);
  }
}
