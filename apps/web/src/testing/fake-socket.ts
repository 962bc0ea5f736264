import type { ServerMessage } from "@galka/contract/events";

/** A socket whose other end is the test. */
export class FakeSocket extends EventTarget {
  readonly said: unknown[] = [];
  readyState = 0;

  send(data: string): void {
    this.said.push(JSON.parse(data));
  }

  close(): void {
    this.ends(1000);
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }

  hears(message: ServerMessage): void {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  ends(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(new CloseEvent("close", { code }));
  }

  /** What the line uses of a socket is here; the rest of the interface is not called. */
  asWebSocket(): WebSocket {
    return this as unknown as WebSocket;
  }
}
