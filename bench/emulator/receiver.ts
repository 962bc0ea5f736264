// A webhook endpoint that only counts. Run as a process; GET /count tells what came.
import { createServer, type IncomingMessage } from "node:http";

type Payload = { readonly entry: readonly { readonly changes: readonly Change[] }[] };
type Change = { readonly value: { readonly statuses?: readonly unknown[] } };

let posts = 0;
let statuses = 0;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://receiver");
  if (request.method === "POST") {
    void take(request).then(() => response.end("ok"));
    return;
  }
  const challenge = url.searchParams.get("hub.challenge");
  response.end(challenge ?? JSON.stringify({ posts, statuses }));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`);
});

async function take(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  // The benchmark's own emulator wrote it.
  const payload: Payload = JSON.parse(Buffer.concat(chunks).toString());
  posts += 1;
  for (const { changes } of payload.entry) {
    for (const { value } of changes) statuses += value.statuses?.length ?? 0;
  }
}
