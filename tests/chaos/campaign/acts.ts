import { RefusedError } from "@galka/contract/client";
import { until } from "../../support/until.ts";
import type { CampaignChaosOptions } from "./arguments.ts";
import type { PartName } from "./house.ts";
import { acceptedIn, look, phonesIn, unknownIn, untilAccepted } from "./progress.ts";
import type { Stage } from "./stage.ts";

/** Something that goes wrong, and is well again when it has been played. */
export type Act = {
  readonly name: string;
  /** What was killed or stopped may leave so many doubts behind, and no more. */
  readonly isKill: boolean;
  readonly play: (stage: Stage) => Promise<void>;
};

const HEALED_WITHIN_MS = 180_000;

/** Everything that goes wrong in a round, in an order in which no act hides another. */
export function actsOf(options: CampaignChaosOptions, round: number): Act[] {
  const acts: Act[] = [
    kill("sender one"),
    kill("scheduler one"),
    { name: "two members resume at once", isKill: false, play: resumeTwice },
    kill("database"),
    kill("sender two"),
    {
      name: `a sender stands still for ${options.stopMs / 1000} s`,
      isKill: true,
      play: (stage) => standStill(stage, options.stopMs),
    },
    kill("emulator"),
    { name: "a storm of errors", isKill: false, play: storm },
    kill("apply"),
    { name: "the templates are paused", isKill: false, play: pauseTemplates },
    kill("scheduler two"),
    kill("ingest"),
    { name: "the token is revoked", isKill: false, play: revokeToken },
    kill("web"),
  ];
  // Once: what it forgets, it forgets of all that was sent since.
  if (round === 0) {
    acts.push({
      name: "the database is restored",
      isKill: false,
      play: (stage) => restore(stage, options),
    });
  }
  return acts;
}

function kill(part: PartName): Act {
  return {
    name: `kill -9: ${part}`,
    isKill: true,
    play: ({ house }) => house.parts[part].kill(),
  };
}

/** Both senders in turn: whichever has the number is woken when the other has taken over. */
async function standStill({ house }: Stage, ms: number): Promise<void> {
  for (const name of ["sender one", "sender two"] as const) {
    house.parts[name].signal("SIGSTOP");
    await new Promise((resolve) => setTimeout(resolve, ms));
    house.parts[name].signal("SIGCONT");
  }
}

async function storm({ house: { emulator } }: Stage): Promise<void> {
  const match = { method: "POST", path: "/messages" };
  const next = (count: number) => ({ kind: "next", count }) as const;
  await emulator.addFault({
    on: "request",
    match,
    when: next(20),
    action: { kind: "graph-error", code: 130_429 },
  });
  await emulator.addFault({
    on: "request",
    match,
    when: next(10),
    action: { kind: "http", status: 500, body: '{"error":{"code":2,"message":"Service down"}}' },
  });
  await emulator.addFault({
    on: "request",
    match,
    when: next(10),
    action: { kind: "lose-answer", by: "truncation" },
  });
  await emulator.addFault({
    on: "request",
    match,
    when: next(5),
    action: { kind: "lose-answer", by: "proxy-error" },
  });
}

async function resumeTwice(stage: Stage): Promise<void> {
  const { house, shows, colleague } = stage;
  for (const { id } of shows) {
    await stubbornly(() => house.api("moveCampaign", { params: { id }, body: { move: "pause" } }));
  }
  await Promise.all(
    shows.flatMap(({ id }) =>
      [house.api, colleague, house.api, colleague].map((api) =>
        stubbornly(() => api("moveCampaign", { params: { id }, body: { move: "resume" } })),
      ),
    ),
  );
}

async function pauseTemplates(stage: Stage): Promise<void> {
  const { house, templateNames } = stage;
  const { data } = await house.emulator.templates();
  const ours = data.filter(({ name }) => templateNames.includes(name));
  for (const { id } of ours) await house.emulator.decideTemplate(id, { decision: "pause" });
  await until(
    "the campaigns are held or over",
    async () => (await look(stage, stage.shows)).every(({ state }) => state !== "running"),
    HEALED_WITHIN_MS,
  );
  for (const { id } of ours) await house.emulator.decideTemplate(id, { decision: "unpause" });
  await until(
    "they go on by themselves",
    async () => (await look(stage, stage.shows)).every(({ state }) => state !== "held"),
    HEALED_WITHIN_MS,
  );
}

async function revokeToken(stage: Stage): Promise<void> {
  const { house, channelId, held } = stage;
  const { emulator, api } = house;
  const { token } = await emulator.addToken({});
  await emulator.revokeToken(held.token);
  held.token = token;
  await until(
    "the number is paused",
    async () => {
      const { items } = await api("listChannels", {});
      return items.some(({ id, status }) => id === channelId && status === "paused");
    },
    30_000,
    // Nothing was sent meanwhile: then nobody has noticed, which is right as well.
  ).catch(() => null);
  await stubbornly(() =>
    api("updateChannel", {
      params: { id: channelId },
      body: { accessToken: token, status: "connected" },
    }),
  );
}

/** A copy of the database is put in its place after more was sent. */
async function restore(stage: Stage, { size }: CampaignChaosOptions): Promise<void> {
  const { house, shows } = stage;
  await house.keepCopy();
  const before = await acceptedIn(stage);
  await untilAccepted(stage, before + Math.ceil(size / 20));
  await house.restoreCopy();
  await until(
    "Galka has noticed that its database is an older one",
    async () => {
      const seen = await look(stage, shows);
      return seen.every(({ state, hold }) => state === "finished" || hold === "restored");
    },
    HEALED_WITHIN_MS,
  );
  // Whatever was on its way when the copy was made: what became of it was told to the database that is gone.
  for (const phone of await phonesIn(stage, "unknown")) stage.held.doubted.add(phone);
  for (const { id, state } of await look(stage, shows)) {
    if (state !== "held") continue;
    await stubbornly(() => house.api("moveCampaign", { params: { id }, body: { move: "resume" } }));
  }
  await untilDoubted(stage);
}

/** Whoever may have been written to since the copy is listed as the campaigns come to them: they are no later act's. */
async function untilDoubted(stage: Stage): Promise<void> {
  for (let before = -1, now = await unknownIn(stage); now !== before;) {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    [before, now] = [now, await unknownIn(stage)];
  }
}

/** A call whose end nobody knows is made again, as a person would press again. A refusal is an answer: a campaign may be over. */
async function stubbornly<T>(act: () => Promise<T>): Promise<void> {
  const isAnswer = (error: unknown) => error instanceof RefusedError && error.status === 409;
  await until(
    "Galka answers",
    async () => {
      await act().catch((error: unknown) => {
        if (!isAnswer(error)) throw error;
      });
      return true;
    },
    HEALED_WITHIN_MS,
  );
}
