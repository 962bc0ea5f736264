// `npm run chaos -- campaign [--size 300000]`: two campaigns while everything fails in turn; the emulator's ledger is the judge.
import { type Table, printTable } from "../../../bench/table.ts";
import { until } from "../../support/until.ts";
import { type Act, actsOf } from "./acts.ts";
import { type CampaignChaosOptions, campaignArguments } from "./arguments.ts";
import { disturb, strikesOf } from "./disturbance.ts";
import { openHouse } from "./house.ts";
import { type Judgement, type Settled, judge, settle } from "./judge.ts";
import { acceptedIn, look, unknownIn, untilAccepted, watchUnknown } from "./progress.ts";
import { type Stage, setStage } from "./stage.ts";

/** So many messages can be on their way when a process ends: a group, and what 1,000 a second have under way. */
const DOUBTS_PER_KILL = 320;
const SETTLED_SHARE = 0.999;
const HOUR_MS = 61 * 60_000;

type Played = { readonly act: Act; readonly atCount: number; readonly doubts: number };

/** Plays the scenario; true when the promise holds. */
export async function runCampaignChaos(args: readonly string[]): Promise<boolean> {
  const options = campaignArguments(args);
  const { size, rounds, seed } = options;
  say(`${size} people in two campaigns, ${rounds} rounds of faults, seed ${seed}`);
  await using house = await openHouse();
  const stage = await setStage(house, options);
  say("number, templates, people and consents are there");
  await disturb(house.emulator, seed);
  for (const { id } of stage.shows) await house.api("launchCampaign", { params: { id } });
  const began = performance.now();
  const played = await play(stage, options);
  await untilFinished(stage);
  const seconds = (performance.now() - began) / 1000;
  const strikes = await strikesOf(house.emulator);
  say(`all of it is out after ${Math.round(seconds)} s`);
  const settled = await settle(stage);
  await proveTheRest(stage);
  const found = await judge(stage);
  const tables = [actsTable(played), ...verdictTables(found, settled, { played, strikes })];
  for (const table of tables) printTable(table);
  return tables.every(({ bars = [] }) => bars.every(({ holds }) => holds));
}

/** Lets everything go wrong in turn, spread over what there is to send. */
async function play(stage: Stage, options: CampaignChaosOptions): Promise<Played[]> {
  const acts = Array.from({ length: options.rounds }, (_, n) => actsOf(options, n)).flat();
  const played: Played[] = [];
  for (const [n, act] of acts.entries()) {
    await untilAccepted(stage, Math.floor((options.size * (n + 0.5)) / (acts.length + 1)));
    const [atCount, before] = [await acceptedIn(stage), await unknownIn(stage)];
    const struckBefore = await doubtful(stage);
    const watch = watchUnknown(stage);
    await act.play(stage);
    // Doubts come when somebody takes over: six seconds, and a few for a busy machine.
    if (act.isKill) await new Promise((resolve) => setTimeout(resolve, 9_000));
    const most = await watch.stop();
    // What the disturbance has made doubtful meanwhile is not the kill's.
    const struck = Math.max(0, (await doubtful(stage)) - struckBefore);
    const doubts = Math.max(0, most - before - struck);
    played.push({ act, atCount, doubts });
    say(`${act.name} at ${atCount}: ${doubts} in doubt`);
  }
  return played;
}

async function doubtful({ house }: Stage): Promise<number> {
  return (await strikesOf(house.emulator)).doubtful;
}

async function untilFinished(stage: Stage): Promise<void> {
  await untilAccepted(stage, Infinity);
  await until(
    "both campaigns are finished",
    async () => (await look(stage, stage.shows)).every(({ state }) => state === "finished"),
    180_000,
  );
}

/** Moves the clock past the age that a proof asks for, and sends what proves something about what came before. */
async function proveTheRest(stage: Stage): Promise<void> {
  const { house, afterwards } = stage;
  await house.emulator.moveClock({ advanceMs: HOUR_MS });
  await until("the last campaign is launched", () =>
    house.api("launchCampaign", { params: { id: afterwards.id } }),
  );
  await until(
    "the last campaign is over",
    async () => (await look(stage, [afterwards])).every(({ state }) => state === "finished"),
    180_000,
  );
  // The receiver has to live through a minute of it; notices that are proven unsent go out by themselves.
  const last = stage.shows.filter(({ category }) => category === "utility");
  await until(
    "the notices are settled",
    async () => (await look(stage, last)).every(({ funnel }) => funnel.unknown === 0),
    120_000,
  ).catch(() => null);
  await until(
    "what was sent again has arrived",
    async () => (await look(stage, last)).every(({ funnel }) => funnel.waiting === 0),
    60_000,
  );
}

function actsTable(played: readonly Played[]): Table {
  return {
    title: "what went wrong, in turn",
    columns: ["", "when so many were out", "in doubt by it"],
    rows: played.map(({ act, atCount, doubts }) => [act.name, atCount, doubts]),
    bars: [
      {
        what: `at most ${DOUBTS_PER_KILL} in doubt by each that was killed or stood still`,
        holds: played.every(({ act, doubts }) => !act.isKill || doubts <= DOUBTS_PER_KILL),
      },
    ],
  };
}

function verdictTables(
  found: Judgement,
  settled: Settled,
  seen: {
    readonly played: readonly Played[];
    readonly strikes: Awaited<ReturnType<typeof strikesOf>>;
  },
): Table[] {
  const ever = seen.played.reduce((sum, { doubts }) => sum + doubts, 0) + seen.strikes.doubtful;
  const share = ever === 0 ? 1 : 1 - settled.left / ever;
  const otherwise = [...found.listedOtherwise].map(([why, count]) => [`listed: ${why}`, count]);
  return [
    { title: "the disturbance all along", columns: ["", "times"], rows: seen.strikes.rows },
    {
      title: "the emulator's ledger against what Galka says",
      columns: ["", "people"],
      rows: [
        ["to be written to", found.asked],
        ["accepted by Meta, the last campaign with them", found.accepted],
        ["written to twice", found.doubled.length],
        ["lost: neither written to nor listed", found.lost.length],
        ["written to, and denied", found.denied.length],
        ["not written to, listed as unknown", found.listedUnknown],
        ["  of them by the restored database", found.listedRestored],
        ...otherwise,
        ["accepted and in doubt when the channel was well again", settled.open],
        ["  still so a minute later", settled.left],
      ],
      bars: [
        { what: "0 duplicate", holds: found.doubled.length === 0 },
        { what: "0 lost", holds: found.lost.length === 0 && found.denied.length === 0 },
        {
          what: `${SETTLED_SHARE * 100} % of all doubts settled within 60 s`,
          holds: share >= SETTLED_SHARE,
        },
      ],
    },
  ];
}

function say(line: string): void {
  console.log(`chaos ${Math.round(performance.now() / 1000)} s: ${line}`);
}
