import { z } from "zod";
import type { JsonObject } from "../json.ts";
import { worldDescription } from "./world-description.ts";

/** What a world file may say, for editors and other languages. Published as `world.schema.json`. */
export function worldSchema(): JsonObject {
  return {
    ...z.toJSONSchema(worldDescription, { io: "input" }),
    title: "A world for the Galka emulator",
  };
}
