import { z } from "zod";
import { readDescription, WorldDescriptionError } from "../../description/read-description.ts";
import { type DescribedWorld, worldDescription } from "../../description/world-description.ts";
import { worldSchema } from "../../description/world-schema.ts";
import { settingsPatch } from "../../store/kinds.ts";
import { presentClock, presentWorld } from "../present.ts";
import type { World } from "../../world.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, type Desk } from "../route.ts";

const clockPatch = z.union([
  z.strictObject({ advanceMs: z.number().min(0) }),
  z.strictObject({ offsetMs: z.number() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ frozen: z.boolean() }),
  z.strictObject({ steps: z.number().int().min(1).max(100_000) }),
  z.strictObject({ speed: z.number().min(0.001).max(1_000_000) }),
]);

/** The world as a whole, its settings and its clock. */
export const worldRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/world",
    summary: "Everything there is",
    answer: "WorldJson",
    handle: (call) => presentWorld(call.world),
  },
  {
    method: "PUT",
    path: "/world",
    summary: "Replaces the world by the one described",
    body: worldDescription,
    answer: "WorldJson",
    handle: (call) => begin(call, readAs(call.body)),
  },
  {
    method: "GET",
    path: "/world-schema.json",
    summary: "What the description of a world may say, as JSON Schema",
    answer: "a JSON Schema",
    handle: worldSchema,
  },
  {
    method: "POST",
    path: "/reset",
    summary: "Begins the world again, as it was at the first start",
    answer: "WorldJson",
    handle: (call) => begin(call),
  },
  {
    method: "GET",
    path: "/settings",
    summary: "The settings",
    answer: "SettingsJson",
    handle: (call) => call.world.settings(),
  },
  {
    method: "PATCH",
    path: "/settings",
    summary: "Changes some of the settings",
    body: settingsPatch,
    answer: "SettingsJson",
    handle: changeSettings,
  },
  {
    method: "GET",
    path: "/clock",
    summary: "The emulator's clock",
    answer: "ClockJson",
    handle: (call) => presentClock(call.world),
  },
  {
    method: "PATCH",
    path: "/clock",
    summary:
      "Moves, freezes, steps or speeds up the clock; what becomes due is run before the answer",
    body: clockPatch,
    answer: "ClockJson",
    handle: changeClock,
  },
];

/** Between two steps: what is under way belongs to the world that goes. */
async function begin({ world, desk }: ControlCall, described?: DescribedWorld) {
  await desk.loop.quiet(() => desk.reset(described));
  return presentWorld(world);
}

function readAs(body: unknown): DescribedWorld {
  try {
    return readDescription(body);
  } catch (error) {
    if (!(error instanceof WorldDescriptionError)) throw error;
    throw new ControlRefusal("bad-request", error.message);
  }
}

function changeSettings(call: ControlCall) {
  const { world } = call;
  const given = settingsPatch.parse(call.body);
  const patch = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  const settings = world.kinds.settings.put("settings", { ...world.settings(), ...patch });
  world.events.emit(() => ({ type: "settings", settings }));
  world.wake(world.clock.now());
  return settings;
}

async function changeClock(call: ControlCall) {
  const { world, desk } = call;
  await move(desk, clockPatch.parse(call.body));
  const clock = presentClock(world);
  world.events.emit(() => ({ type: "clock", clock }));
  return clock;
}

type ClockPatch = z.infer<typeof clockPatch>;

async function move({ world, loop }: Desk, patch: ClockPatch): Promise<void> {
  const { clock } = world;
  if ("frozen" in patch) return loop.adjust(() => clock.freeze(patch.frozen));
  if ("speed" in patch) return loop.adjust(() => clock.runAt(patch.speed));
  if ("steps" in patch) return loop.step(patch.steps);
  return loop.moveTo(() => targetOf(world, patch));
}

function targetOf(
  { clock }: World,
  patch: Exclude<ClockPatch, { frozen: boolean } | { speed: number } | { steps: number }>,
): number {
  if ("advanceMs" in patch) return clock.now() + patch.advanceMs;
  if ("now" in patch) return new Date(patch.now).getTime();
  return clock.now() - clock.offsetMs + patch.offsetMs;
}
