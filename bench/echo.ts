// From a person's tap on the phone to the member's screen, through everything in between.
import { WebSocket } from "ws";
import { signedInGalka, type SignedInGalka } from "../tests/support/signed-in.ts";
import { milliseconds, percentile, type Table } from "./table.ts";

const TAPS = 200;
const PAUSE_MS = 40;

export async function run(): Promise<Table[]> {
  await using galka = await signedInGalka();
  // The phone writes and Meta waits a moment to collect updates; the emulator's own pause is not Galka's time.
  await galka.emulator.changeSettings({ batchDelayMs: 0 });
  const [person] = (await galka.emulator.people()).data;
  if (!person) throw new Error("The demo has no people.");
  const screen = await openScreen(galka);

  const times: number[] = [];
  for (let tap = 0; tap < TAPS; tap++) {
    const text = `echo ${tap}`;
    const shown = screen.shows(text);
    const begin = performance.now();
    await galka.emulator.write(person.id, galka.number.phoneNumberId, { kind: "text", body: text });
    await shown;
    times.push(performance.now() - begin);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  screen.close();

  const figure = (share: number) => milliseconds(percentile(times, share));
  return [
    {
      title: `echo: from the tap on the phone to the member's socket, ${TAPS} taps`,
      columns: ["", "p50 ms", "p90 ms", "p99 ms", "max ms"],
      rows: [
        [
          "phone → emulator → webhook → disk → applied → told",
          figure(0.5),
          figure(0.9),
          figure(0.99),
          figure(1),
        ],
      ],
    },
  ];
}

type Screen = { shows(text: string): Promise<void>; close(): void };

async function openScreen(galka: SignedInGalka): Promise<Screen> {
  const waiting = new Map<string, () => void>();
  const { seq } = await galka.api("getSnapshot", {});
  const socket = new WebSocket(`${galka.url.replace("http", "ws")}/api/v1/realtime`, {
    headers: { cookie: galka.cookie, origin: galka.url },
  });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.send(JSON.stringify({ type: "hello", since: seq }));
  socket.on("message", (data: Buffer) => {
    const message: unknown = JSON.parse(data.toString("utf8"));
    for (const text of textsIn(message)) waiting.get(text)?.();
  });
  return {
    shows: (text) => new Promise((resolve) => waiting.set(text, resolve)),
    close: () => socket.close(),
  };
}

function textsIn(message: unknown): string[] {
  return [...JSON.stringify(message).matchAll(/"text":"(echo \d+)"/g)].flatMap((it) => it[1] ?? []);
}
