import { z } from "zod";
import { parseJson } from "../../../json.ts";
import { iso } from "../../../people/chat-view.ts";
import { startScript, stopScript } from "../../../people/scripts/run-script.ts";
import { steps } from "../../../people/scripts/step.ts";
import { lastSeq } from "../../../store/bubbles.ts";
import { findScript, listScripts, type Script } from "../../../store/people/scripts.ts";
import type { ScriptJson } from "../../../wire/script.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, notFound } from "../../route.ts";
import { loadChatId, loadPerson } from "../load.ts";

const newScript = z.strictObject({ chat: z.string().min(1).exactOptional(), steps });

const SCRIPTS = "/people/{person}/scripts";

/** What a person does step by step, on the emulator's clock. */
export const scriptRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: SCRIPTS,
    summary: "The person's scripts: what they do, and how far they are",
    answer: "ListJson<ScriptJson>",
    handle: (call) => ({
      data: listScripts(call.world.db, loadPerson(call).id).map(presentScript),
      next: null,
    }),
  },
  {
    method: "POST",
    path: SCRIPTS,
    summary: "Lets the person do one thing after the other: read, tap, write, wait for a message",
    body: newScript,
    answer: "ScriptJson",
    handle: add,
  },
  {
    method: "DELETE",
    path: `${SCRIPTS}/{script}`,
    summary: "Stops a script",
    answer: "ScriptJson",
    handle: (call) => presentScript(stopScript(call.world, loadScript(call))),
  },
];

function add(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  const given = newScript.parse(call.body);
  const [first] = world.kinds.numbers.list();
  const chat = given.chat ?? first?.id;
  if (chat === undefined) {
    throw new ControlRefusal("bad-request", "There is no number to chat with. Name a chat.");
  }
  const chatId = loadChatId({ ...call, path: { ...call.path, chat } }, person);
  const script = startScript(world, {
    personId: person.id,
    chatId,
    steps: JSON.stringify(given.steps),
    seenSeq: lastSeq(world.db),
  });
  return presentScript(script);
}

function loadScript(call: ControlCall): Script {
  const person = loadPerson(call);
  const key = call.path["script"] ?? "";
  const script = findScript(call.world.db, Number(key));
  if (script?.personId === person.id) return script;
  throw notFound("script", key, `/_emulator/people/${person.id}/scripts`);
}

function presentScript(script: Script): ScriptJson {
  const { id, personId, chatId, nextStep, state, error, startedAt } = script;
  const all = parseJson(script.steps);
  return {
    id: String(id),
    personId,
    chatId,
    steps: Array.isArray(all) ? all : [],
    nextStep,
    state,
    error,
    startedAt: iso(startedAt),
  };
}
