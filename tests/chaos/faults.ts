import { until } from "../support/until.ts";
import type { World } from "./world.ts";

/** Duplicates, disorder, lost answers and broken connections, all at once. */
export async function injectFaults(world: World, seed: number): Promise<void> {
  const { emulator } = world.galka;
  const sometimes = (probability: number, n: number) =>
    ({ kind: "probability", probability, seed: seed + n }) as const;
  const messages = { method: "POST", path: "/messages" };
  await emulator.addFault({
    on: "webhook",
    when: sometimes(0.1, 1),
    action: { kind: "duplicate" },
  });
  await emulator.addFault({ on: "webhook", when: sometimes(0.1, 2), action: { kind: "reorder" } });
  await emulator.addFault({
    on: "webhook",
    when: sometimes(0.05, 3),
    action: { kind: "delay", ms: 1500 },
  });
  await emulator.addFault({
    on: "webhook",
    match: { update: "status", status: "delivered" },
    when: sometimes(0.1, 4),
    action: { kind: "drop" },
  });
  await emulator.addFault({
    on: "request",
    match: messages,
    when: sometimes(0.02, 5),
    action: { kind: "lose-answer" },
  });
  await emulator.addFault({
    on: "request",
    match: messages,
    when: sometimes(0.01, 6),
    action: { kind: "reset" },
  });
  await emulator.addFault({
    on: "request",
    match: messages,
    when: sometimes(0.01, 7),
    action: { kind: "http", status: 502, body: "<html>Bad gateway</html>" },
  });
}

/** How often each fault struck, and how many answers were lost after Meta had accepted. */
export async function strikesOf(world: World): Promise<string[]> {
  const { data } = await world.galka.emulator.faults();
  const { unanswered } = await world.galka.emulator.countLedger();
  return [
    ...data.map(({ action, match, strikeCount }) => {
      const where = match?.update ?? match?.path ?? "webhooks";
      return `${action.kind} (${where}) ${strikeCount}×`;
    }),
    `accepted without an answer ${unanswered}×`,
  ];
}

/** No more faults; what Meta still wants to say is said, and what Galka still has to send is sent. */
export async function becomeHealthy(world: World): Promise<void> {
  await until("the faults are gone", async () => {
    await world.galka.emulator.clearFaults();
    return true;
  });
  await until(
    "every webhook is delivered",
    async () => (await world.galka.emulator.countDeliveries()).waiting === 0,
    180_000,
  );
}
