// `node --conditions=@galka/source scripts/emulator-answer-schemas.ts`: writes what the emulator's control API answers, as its wire types say it, to packages/emulator/src/control/answer-schemas.json.
import { writeFileSync } from "node:fs";
import { ANSWER_SCHEMAS_FILE, answerSchemas } from "./answer-schemas.ts";

writeFileSync(ANSWER_SCHEMAS_FILE, answerSchemas());
