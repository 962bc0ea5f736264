// `npm run chaos [messages|campaign]`: kills everything in turn while messages flow; the emulator's ledger is the judge.
const [scenario = "", ...rest] = process.argv.slice(2);

if (scenario === "campaign") {
  const { runCampaignChaos } = await import("./campaign/run.ts");
  verdict(await runCampaignChaos(rest));
} else {
  const { runMessagesChaos } = await import("./messages.ts");
  verdict(await runMessagesChaos(scenario === "messages" ? rest : process.argv.slice(2)));
}

function verdict(holds: boolean): void {
  console.log(holds ? "chaos: the promise holds" : "chaos: THE PROMISE IS BROKEN");
  process.exitCode = holds ? 0 : 1;
}
