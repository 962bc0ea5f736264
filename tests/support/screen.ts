import { type ClientMessage, type EventJson, serverMessage } from "@galka/contract/events";
import { WebSocket } from "ws";
import { until } from "./until.ts";

/** A browser's socket without the browser: what it was told, in order. */
export type Screen = AsyncDisposable & {
  readonly events: readonly EventJson[];
  say(message: ClientMessage): void;
  /** Waits until nothing has been told for a moment; a longer one if there was a message, whose ticks take their time. */
  quiet(): Promise<void>;
  /** Waits until it is as new as `seq`. */
  settled(seq: () => Promise<number>): Promise<void>;
};

/** Opens the realtime socket of a signed-in member and asks for everything since `since`. */
export async function openScreen(
  { url, cookie }: { readonly url: string; readonly cookie: string },
  since: number,
): Promise<Screen> {
  const events: EventJson[] = [];
  const socket = new WebSocket(`${url.replace("http", "ws")}/api/v1/realtime`, {
    headers: { cookie, origin: url },
  });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.on("message", (data: Buffer) => {
    const message = serverMessage.parse(JSON.parse(data.toString("utf8")));
    if (message.type === "events") events.push(...message.events);
  });
  const say = (message: ClientMessage) => socket.send(JSON.stringify(message));
  say({ type: "hello", since });
  return {
    events,
    say,
    async quiet() {
      for (let heard = -1; heard !== events.length;) {
        heard = events.length;
        const quietMs = events.some(({ kind }) => kind.startsWith("message")) ? 600 : 250;
        await new Promise((resolve) => setTimeout(resolve, quietMs));
      }
    },
    async settled(seq) {
      const newest = () => events.at(-1)?.seq ?? since;
      await until("the screen is as new as the server", async () => newest() >= (await seq()));
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => socket.once("close", resolve));
      socket.close();
      await closed;
    },
  };
}
