// How many webhooks a second are on disk before their 200, against a server that writes nothing.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "../tests/support/galka-process.ts";
import { signedInGalka } from "../tests/support/signed-in.ts";
import { milliseconds, type Table } from "./table.ts";
import { type LoadResult, postFor, signedMessages } from "./webhook-load.ts";

const WARM_UP_SECONDS = 3;
const SECONDS = 10;

export async function run(): Promise<Table[]> {
  await using galka = await signedInGalka();
  const bodies = signedMessages(4096, galka.number);
  await using bare = await startBare(galka.number.secret);

  const bareFull = await warmThenPost(bare.url, bodies);
  const durable = await warmThenPost(galka.webhookUrl, bodies);
  const half = await postFor(galka.webhookUrl, bodies, SECONDS, Math.floor(durable.perSecond / 2));

  const share = durable.perSecond / bareFull.perSecond;
  return [
    {
      title: "ingest: webhooks a second, 128 connections, one message each",
      columns: ["", "per second", "p50 ms", "p99 ms", "refused"],
      rows: [
        rowOf("bare Fastify: signature and parse, nothing written", bareFull),
        rowOf("Galka: on disk before the 200, applied beside it", durable),
        rowOf("Galka at half of that", half),
      ],
      bars: [
        { what: `at least 0.5 of the bare server (${share.toFixed(2)})`, holds: share >= 0.5 },
        { what: "p99 at half load at most 250 ms", holds: half.p99Ms <= 250 },
        { what: "nothing refused", holds: durable.refused + half.refused === 0 },
      ],
    },
  ];
}

async function warmThenPost(
  url: string,
  bodies: Parameters<typeof postFor>[1],
): Promise<LoadResult> {
  await postFor(url, bodies, WARM_UP_SECONDS);
  return postFor(url, bodies, SECONDS);
}

function rowOf(name: string, { perSecond, p50Ms, p99Ms, refused }: LoadResult) {
  return [name, Math.round(perSecond), milliseconds(p50Ms), milliseconds(p99Ms), refused];
}

async function startBare(secret: string): Promise<AsyncDisposable & { readonly url: string }> {
  const port = await freePort();
  const script = join(import.meta.dirname, "ingest-bare.ts");
  const child = spawn(process.execPath, [script, String(port), secret], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
    },
  };
}
