import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { length, type Params } from "../../graph/params.ts";
import type { JsonObject } from "../../json.ts";
import { changeDetails, numberDetails } from "../../numbers/details.ts";
import type { Automation } from "../../store/kinds/number-details.ts";

// Meta: 4 prompts of 80 characters; 30 commands of 32 and 256,
// docs/…/business-phone-numbers/conversational-components, read 2026-11.
const PROMPTS_MAX = 4;
const PROMPT_MAX = 80;
const COMMANDS_MAX = 30;
const COMMAND_MAX = 32;
const DESCRIPTION_MAX = 256;

/** The welcome message, the prompts and the commands of a number. */
export const automationRoutes: readonly GraphRoute[] = [
  {
    node: "number",
    edge: "conversational_automation",
    methods: ["POST"],
    scope: "management",
    handle: change,
  },
];

/** As the number's field `conversational_automation` has it. */
export function presentAutomation(phoneNumberId: string, automation: Automation): JsonObject {
  return {
    enable_welcome_message: automation.welcomeMessage,
    prompts: automation.prompts,
    commands: automation.commands.map((it) => ({
      command_name: it.name,
      command_description: it.description,
    })),
    id: phoneNumberId,
  };
}

function change(call: Call): Answer {
  const { world, params } = call;
  const { id } = callNumber(call);
  const { automation } = numberDetails(world, id);
  changeDetails(world, id, {
    automation: {
      welcomeMessage: params.optionalFlag("enable_welcome_message") ?? automation.welcomeMessage,
      prompts: promptsOf(params) ?? automation.prompts,
      commands: params.has("commands") ? commandsOf(params) : automation.commands,
    },
  });
  return SUCCESS;
}

function promptsOf(params: Params): string[] | undefined {
  const value = params.values["prompts"];
  if (value === undefined || value === null) return undefined;
  const prompts = Array.isArray(value) ? value : [value];
  const texts = prompts.map((it, index) => {
    if (typeof it === "string" && it !== "" && length(it) <= PROMPT_MAX) return it;
    throw invalidParameter(
      `Param prompts[${index}] must be a string of at most ${PROMPT_MAX} characters.`,
    );
  });
  if (texts.length <= PROMPTS_MAX) return texts;
  throw invalidParameter(`Param prompts must have at most ${PROMPTS_MAX} elements.`);
}

function commandsOf(params: Params): Automation["commands"] {
  const commands = params.objects("commands").map((it) => ({
    name: it.text("command_name", { max: COMMAND_MAX }),
    description: it.text("command_description", { max: DESCRIPTION_MAX }),
  }));
  if (commands.length > COMMANDS_MAX) {
    throw invalidParameter(`Param commands must have at most ${COMMANDS_MAX} elements.`);
  }
  const wrong = commands.find((it) => /[\s/\p{Extended_Pictographic}]/u.test(it.name));
  if (wrong === undefined) return commands;
  throw invalidParameter(`The command "${wrong.name}" can't have spaces, slashes or emoji.`);
}
