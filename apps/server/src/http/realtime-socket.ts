import { clientMessage, type ServerMessage } from "@galka/contract/events";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { WebSocket } from "ws";
import { CLOSE_CODES, type Connection } from "../realtime/connection.ts";
import type { Desk } from "./desk.ts";
import { RefusedRequest } from "./refusals.ts";
import { comesFromHere } from "./same-origin.ts";

const HEARTBEAT_MS = 25_000;

/** The socket that tells a browser what happens: /api/v1/realtime. */
export function addRealtime(server: FastifyInstance, desk: Desk): void {
  server.route({
    method: "GET",
    url: "/api/v1/realtime",
    preValidation: async (request) => {
      // A foreign page may open a socket with a member's cookie; no other check stands in its way.
      if (!comesFromHere(request, desk.settings.publicUrl)) throw new RefusedRequest("forbidden");
    },
    handler: async () => {
      throw new RefusedRequest("invalid-request", {
        problems: [{ field: "upgrade", problem: "this is a WebSocket" }],
      });
    },
    wsHandler: (socket, request) => serve(socket, request, desk),
  });
}

function serve(socket: WebSocket, request: FastifyRequest, desk: Desk): void {
  const connection = connectionOf(socket, request);
  // Said in a close code: a page is not told the status of a handshake that was refused, and would try for ever.
  if (!connection) return socket.close(CLOSE_CODES["signed-out"], "signed-out");

  const stopBeating = keepBeating(socket);
  socket.on("message", (data: Buffer) => {
    const message = parseMessage(data.toString("utf8"));
    if (!message) return socket.close(1003, "not understood");
    desk.realtime.hear(connection, message).catch((error: unknown) => {
      desk.app.metrics.count("faults", { where: "realtime" });
      desk.app.log.error({ error, type: message.type }, "A socket's message failed.");
      socket.close(1011, "fault");
    });
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    stopBeating();
    desk.realtime.leave(connection);
  });
}

function connectionOf(socket: WebSocket, { member, sessionId }: FastifyRequest): Connection | null {
  if (!member || sessionId === null) return null;
  return {
    member,
    sessionId,
    send(message: ServerMessage) {
      if (socket.readyState === socket.OPEN) socket.send(bytesOf(message), { binary: false });
    },
    waitingBytes: () => socket.bufferedAmount,
    close: (reason) => socket.close(CLOSE_CODES[reason], reason),
  };
}

const written = new WeakMap<ServerMessage, Buffer>();

/** A message as it goes over the wire, written once for all who get the very same one. */
function bytesOf(message: ServerMessage): Buffer {
  const bytes = written.get(message) ?? Buffer.from(JSON.stringify(message));
  written.set(message, bytes);
  return bytes;
}

function parseMessage(text: string) {
  try {
    return clientMessage.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Ends a socket whose other end no longer answers: a closed laptop says no goodbye. */
function keepBeating(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on("pong", () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, HEARTBEAT_MS);
  return () => clearInterval(timer);
}
