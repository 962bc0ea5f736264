import { setTimeout as sleep } from "node:timers/promises";
import { type Clocks, moveClock } from "./move-clock.ts";
import type { Phone } from "./phones.ts";
import type { Act, Deed, Scene } from "./story.ts";
import type { Team } from "./team.ts";

export type Stage = Clocks & {
  readonly phones: ReadonlyMap<string, Phone>;
  readonly team: Team;
};

const LOOK_EVERY_MS = 15;
const LOOK_FOR_MS = 20_000;

/**
 * Plays the story on the emulator's clock, which goes back to its beginning and
 * ends where it was.
 *
 * Each scene waits until the other side has seen the one before, as people do.
 */
export async function playStory(
  stage: Stage,
  story: readonly Scene[],
  said: (done: number) => void,
): Promise<void> {
  const curtain = stage.clock.now().getTime();
  try {
    for (const [index, scene] of story.entries()) {
      const now = new Date(curtain - scene.ago * 60_000).toISOString();
      await moveClock(stage, { now });
      await play(stage, scene);
      said(index + 1);
    }
  } finally {
    await moveClock(stage, { offsetMs: 0 });
  }
}

async function play({ phones, team }: Stage, scene: Scene): Promise<void> {
  const phone = phones.get(scene.who);
  if (!phone) throw new Error(`Nobody of the cast is called ${scene.who}.`);
  if (isDeed(scene)) return answer(team, phone, scene);
  const before = (await team.find(phone))?.lastMessage?.id;
  await phone.act(scene);
  if ("reacts" in scene || "goes" in scene) return;
  await until(`the team has ${scene.who}'s message`, async () => {
    const newest = (await team.find(phone))?.lastMessage;
    return newest !== undefined && newest?.id !== before;
  });
  // Meta's address of a file is good for five minutes of the clock that the next scene moves.
  await until(`${scene.who}'s file is here`, () => team.hasFiles(phone));
}

/** Waits until the phone has it and its owner has read it; of a phone that is off, until it is under way. */
async function answer(team: Team, phone: Phone, deed: Deed): Promise<void> {
  const before = await phone.newestOfOurs();
  await team.do(phone, deed);
  if ("puts" in deed || "looks" in deed) return;
  if (!phone.isOnline()) {
    return until(`the answer to ${phone.key} is sent`, async () => {
      const newest = (await team.find(phone))?.lastMessage;
      return newest?.direction === "out" && newest.status === "sent";
    });
  }
  await until(`${phone.key} has the answer`, async () => (await phone.newestOfOurs()) !== before);
  await phone.read();
}

function isDeed(scene: Act | Deed): scene is Deed {
  return ["answers", "sendsPhoto", "sendsDocument", "puts", "looks"].some((deed) => deed in scene);
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LOOK_FOR_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`The demo waited in vain until ${what}.`);
    await sleep(LOOK_EVERY_MS);
  }
}
