// What the emulator's control API answers, as JSON Schema; written by `scripts/emulator-answer-schemas.ts`.
import { join } from "node:path";
import { DESCRIBED } from "../packages/emulator/src/control/serve-control.ts";
import { readTypes, schemasOf } from "./wire-schemas.ts";

const EMULATOR = join(import.meta.dirname, "../packages/emulator/src");

export const ANSWER_SCHEMAS_FILE = join(EMULATOR, "control/answer-schemas.json");

/** The text of that file, as it has to be. */
export function answerSchemas(): string {
  const types = readTypes(join(EMULATOR, "wire"));
  const names = DESCRIBED.flatMap(({ answer }) => answer.match(/\w+/g) ?? []);
  const known = names.filter((it) => types.has(it));
  const schemas = schemasOf(types, known, "#/components/schemas/");
  return `${JSON.stringify(schemas, null, 2)}\n`;
}
