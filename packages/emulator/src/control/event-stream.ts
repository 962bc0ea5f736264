import type { FastifyInstance } from "fastify";
import type { EmulatorEvent } from "../wire/control.ts";
import type { World } from "../world.ts";
import { presentClock } from "./present.ts";
import type { DescribedRoute } from "./route.ts";

/** Proxies and browsers drop a stream that is silent for long. */
const ALIVE_MS = 20_000;
/** A listener that reads so slowly is cut off; it comes back and fetches afresh. */
const BEHIND_BYTES = 4 * 1024 * 1024;

export const EVENTS: DescribedRoute = {
  method: "GET",
  path: "/events",
  summary: "What happens, as server-sent events",
  query: ["people"],
  answer: "EmulatorEvent",
  answerType: "text/event-stream",
};

/** Streams what happens as server-sent events, of all people or of those named in `people`. */
export function serveEvents(app: FastifyInstance, world: World): void {
  const open = new Set<() => void>();
  app.addHook("preClose", async () => {
    for (const close of open) close();
  });
  app.get<{ Querystring: { people?: string } }>("/_emulator/events", (request, reply) => {
    const people = new Set((request.query.people ?? "").split(",").filter((it) => it !== ""));
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    const send = (id: number, event: EmulatorEvent) => {
      if (people.size > 0 && "personId" in event && !people.has(event.personId)) return;
      stream.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
      if (stream.writableLength > BEHIND_BYTES) stream.destroy();
    };
    send(0, { type: "hello", clock: presentClock(world) });
    const unlisten = world.events.listen(send);
    const alive = setInterval(() => stream.write(": alive\n\n"), ALIVE_MS);
    const close = () => stream.end();
    open.add(close);
    stream.on("close", () => {
      unlisten();
      clearInterval(alive);
      open.delete(close);
    });
  });
}
