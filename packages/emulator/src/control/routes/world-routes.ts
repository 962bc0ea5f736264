import { z } from "zod";
import { settingsPatch } from "../../store/kinds.ts";
import { presentClock, presentWorld } from "../present.ts";
import type { ControlCall, ControlRoute } from "../route.ts";

const clockPatch = z.union([
  z.strictObject({ advanceMs: z.number().min(0) }),
  z.strictObject({ offsetMs: z.number() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ frozen: z.boolean() }),
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
    method: "POST",
    path: "/reset",
    summary: "Empties the world and seeds it again",
    answer: "WorldJson",
    handle: (call) => {
      call.desk.reset();
      return presentWorld(call.world);
    },
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
    summary: "Moves or freezes the clock; what becomes due is run before the answer",
    body: clockPatch,
    answer: "ClockJson",
    handle: changeClock,
  },
];

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
  const patch = clockPatch.parse(call.body);
  if ("frozen" in patch) {
    world.clock.freeze(patch.frozen);
    desk.loop.start();
  } else {
    await desk.loop.moveTo(() => targetOf(call, patch));
  }
  const clock = presentClock(world);
  world.events.emit(() => ({ type: "clock", clock }));
  return clock;
}

function targetOf(
  call: ControlCall,
  patch: Exclude<z.infer<typeof clockPatch>, { frozen: boolean }>,
): number {
  const { clock } = call.world;
  if ("advanceMs" in patch) return clock.now() + patch.advanceMs;
  if ("now" in patch) return new Date(patch.now).getTime();
  return clock.now() - clock.offsetMs + patch.offsetMs;
}
