import { WebSocket } from "ws";

/** A member's page as far as the server can tell: a socket that says where it is and takes what comes. */
export type Screen = {
  close(): void;
  onText(hear: (text: string) => void): void;
  /** Whether every event up to `seq` came, each once and in order; waits for the last. */
  reaches(seq: number): Promise<boolean>;
};

/**
 * Opens a page's socket and goes on from `since`.
 *
 * Resolves when it is welcomed. As a page does, it tries again when the
 * handshake fails, until `givesUpAfterMs` have passed.
 */
export async function openScreen({ url }: { readonly url: string }, visit: Visit): Promise<Screen> {
  const deadline = performance.now() + (visit.givesUpAfterMs ?? 30_000);
  for (;;) {
    try {
      return await tryToOpen(url, visit);
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250 + Math.random() * 500));
    }
  }
}

export type Visit = {
  readonly cookie: string;
  readonly since: number;
  /** Takes what comes without looking at it, for the bench has no more cores than who is measured. */
  readonly looksAway?: boolean;
  readonly givesUpAfterMs?: number;
};

async function tryToOpen(
  url: string,
  { cookie, since, looksAway = false }: Visit,
): Promise<Screen> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/api/v1/realtime`, {
    headers: { cookie, origin: url },
  });
  let reached = since;
  let isWhole = true;
  let hear: ((text: string) => void) | null = null;
  const waiting = new Set<() => void>();
  let isWelcome = false;
  await new Promise<void>((welcomed, failed) => {
    socket.on("error", failed);
    socket.on("close", (code) => failed(new Error(`The socket was closed with ${code}.`)));
    socket.on("message", (data: Buffer) => {
      if (isWelcome && looksAway) return;
      const text = data.toString("utf8");
      if (text.startsWith('{"type":"welcome"')) {
        isWelcome = true;
        return welcomed();
      }
      if (!text.startsWith('{"type":"events"')) return;
      hear?.(text);
      for (const seq of seqsIn(text)) {
        isWhole &&= seq === reached + 1;
        reached = seq;
      }
      for (const look of waiting) look();
    });
    socket.once("open", () => socket.send(JSON.stringify({ type: "hello", since })));
  });
  return {
    close: () => socket.terminate(),
    onText: (listener) => (hear = listener),
    reaches(seq) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const look = () => {
        if (reached >= seq) resolve(isWhole);
      };
      waiting.add(look);
      look();
      return promise;
    },
  };
}

/** The seqs of a message's events without reading the rest: two thousand pages are played by one process. */
function seqsIn(text: string): number[] {
  return [...text.matchAll(/"kind":"[a-z-]+","seq":(\d+)/g)].map((it) => Number(it[1]));
}
