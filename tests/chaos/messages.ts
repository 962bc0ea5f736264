import { argumentsOf } from "./arguments.ts";
import { judge } from "./judge.ts";
import { startKilling } from "./killer.ts";
import { becomeHealthy, injectFaults, strikesOf } from "./faults.ts";
import { startWorld } from "./world.ts";
import { writeInbound, writeOutbound } from "./traffic.ts";

/** Kills everything in turn while messages flow both ways; true when nothing is lost and nothing twice. */
export async function runMessagesChaos(args: readonly string[]): Promise<boolean> {
  const options = argumentsOf(args);
  const { messages, seed, killEveryMs } = options;
  console.log(`chaos: ${messages} messages each way, seed ${seed}, a kill every ${killEveryMs} ms`);
  await using world = await startWorld(options);
  await injectFaults(world, seed);
  const killer = startKilling(world, killEveryMs);

  const [inbound, outbound] = await Promise.all([
    writeInbound(world, messages),
    writeOutbound(world, messages),
  ]);
  const kills = await killer.stop();
  console.log(`chaos: wrote everything; killed ${kills.join(", ")}`);

  for (const strike of await strikesOf(world)) console.log(`  ${strike}`);

  await becomeHealthy(world);
  const verdict = await judge(world, { inbound, outbound });
  for (const line of verdict.lines) console.log(`  ${line}`);
  return verdict.holds;
}
