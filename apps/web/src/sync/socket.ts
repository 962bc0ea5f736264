import { type ClientMessage, type ServerMessage, serverMessage } from "@galka/contract/events";
import { backOffMs } from "./back-off.ts";

export const SOCKET_PATH = "/api/v1/realtime";

const PING_MS = 25_000;
/** Two pings without any word: the line is dead, although nobody hung up. */
const SILENCE_MS = 60_000;
const OPEN = 1;
/** The server's own code for a session that has ended: apps/server, realtime/connection. */
const SIGNED_OUT_CODE = 4401;

/** What the line needs of the browser, so that tests can give it less. */
export type SocketWorld = {
  readonly open: () => WebSocket;
  /** From 0 to 1. */
  readonly random: () => number;
};

export type SocketEvents = {
  readonly onOpen: () => void;
  readonly onMessage: (message: ServerMessage) => void;
  /** A message that this page cannot read: the server is of another version. */
  readonly onUnreadable: () => void;
  readonly onDown: () => void;
  /** The server closed the line because the session has ended; it is not tried again. */
  readonly onSignedOut: () => void;
};

/** Keeps one socket open to the server until closed: connects again after each loss, with growing pauses. */
export class Line {
  readonly #world: SocketWorld;
  readonly #events: SocketEvents;
  readonly #pulse: ReturnType<typeof setInterval>;
  #socket: WebSocket | null = null;
  #attempt = 0;
  #heardAt = 0;
  #closed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(world: SocketWorld, events: SocketEvents) {
    this.#world = world;
    this.#events = events;
    this.#pulse = setInterval(() => this.#beat(), PING_MS);
    this.connect();
  }

  /** Connects at once, instead of waiting out the pause. Nothing happens while there is a line. */
  connect(): void {
    clearTimeout(this.#retry);
    if (this.#closed || this.#socket) return;
    const socket = this.#world.open();
    this.#socket = socket;
    this.#heardAt = Date.now();
    socket.addEventListener("open", () => this.#events.onOpen());
    socket.addEventListener("message", (message) => this.#hear(message.data));
    socket.addEventListener("close", ({ code }) => {
      if (code === SIGNED_OUT_CODE) this.#signedOut();
      else this.#down(socket);
    });
    socket.addEventListener("error", () => socket.close());
  }

  /** Gives the line up at once: the machine has lost its network, which the socket finds out much later. */
  drop(): void {
    const socket = this.#socket;
    if (!socket) return;
    this.#down(socket);
    socket.close();
  }

  /** What is said while the line is down is lost. */
  say(message: ClientMessage): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(message));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearInterval(this.#pulse);
    this.#socket?.close();
    this.#socket = null;
  }

  #hear(data: unknown): void {
    this.#heardAt = Date.now();
    const message = read(data);
    if (message === null) {
      this.#events.onUnreadable();
      return;
    }
    if (message.type === "welcome") this.#attempt = 0;
    this.#events.onMessage(message);
  }

  #down(which: WebSocket): void {
    if (this.#socket !== which) return;
    this.#socket = null;
    if (this.#closed) return;
    this.#events.onDown();
    this.#retry = setTimeout(() => this.connect(), backOffMs(this.#attempt, this.#world.random()));
    this.#attempt += 1;
  }

  #signedOut(): void {
    this.close();
    this.#events.onSignedOut();
  }

  #beat(): void {
    const socket = this.#socket;
    if (!socket) return;
    if (Date.now() - this.#heardAt > SILENCE_MS) {
      socket.close();
      this.#down(socket);
    } else {
      this.say({ type: "ping" });
    }
  }
}

function read(data: unknown): ServerMessage | null {
  if (typeof data !== "string") return null;
  try {
    const parsed = serverMessage.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
