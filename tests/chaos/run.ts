// `npm run chaos`: kills everything in turn while messages flow both ways; the emulator's ledger is the judge.
import { argumentsOf } from "./arguments.ts";
import { judge } from "./judge.ts";
import { startKilling } from "./killer.ts";
import { becomeHealthy, injectFaults, strikesOf } from "./faults.ts";
import { startWorld } from "./world.ts";
import { writeInbound, writeOutbound } from "./traffic.ts";

const options = argumentsOf(process.argv.slice(2));
console.log(
  `chaos: ${options.messages} messages each way, seed ${options.seed}, a kill every ${options.killEveryMs} ms`,
);

await using world = await startWorld(options);
await injectFaults(world, options.seed);
const killer = startKilling(world, options.killEveryMs);

const [inbound, outbound] = await Promise.all([
  writeInbound(world, options.messages),
  writeOutbound(world, options.messages),
]);
const kills = await killer.stop();
console.log(`chaos: wrote everything; killed ${kills.join(", ")}`);

for (const strike of await strikesOf(world)) console.log(`  ${strike}`);

await becomeHealthy(world);
const verdict = await judge(world, { inbound, outbound });
for (const line of verdict.lines) console.log(`  ${line}`);
console.log(verdict.holds ? "chaos: the promise holds" : "chaos: THE PROMISE IS BROKEN");
process.exitCode = verdict.holds ? 0 : 1;
