// Posts sends for some seconds over connections of its own and prints how many were answered with 200. Run as a process.
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";

const CONNECTIONS = 64;

const [address = "", path = "", token = "", seconds = "1", phonesFile = ""] = process.argv.slice(2);
const { hostname, port, host } = new URL(address);
const phones = readFileSync(phonesFile, "utf8").split("\n");
const endsAt = performance.now() + Number(seconds) * 1000;

let asked = 0;
let accepted = 0;
let refused = 0;
let firstRefusal = "";

await Promise.all(Array.from({ length: CONNECTIONS }, () => run()));
console.log(JSON.stringify({ accepted, refused, firstRefusal }));

/** One connection: asks, waits for the whole answer, asks again. */
function run(): Promise<void> {
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let answer = "";
  socket.on("error", reject);
  socket.on("connect", () => ask(socket));
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString("latin1");
    if (!isWhole(answer)) return;
    count(answer);
    answer = "";
    if (performance.now() < endsAt) ask(socket);
    else {
      socket.end();
      resolve();
    }
  });
  return promise;
}

function ask(socket: Socket): void {
  const to = phones[asked % phones.length] ?? "";
  asked += 1;
  const body = `{"messaging_product":"whatsapp","recipient_type":"individual","to":"${to}","type":"template","template":{"name":"hello_world","language":{"code":"en_US"}},"biz_opaque_callback_data":"bench-${asked}"}`;
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer.slice(0, head))?.[1];
  if (length === undefined) throw new Error(`An answer without a length: ${answer.slice(0, head)}`);
  return answer.length >= head + 4 + Number(length);
}

function count(answer: string): void {
  if (answer.startsWith("HTTP/1.1 200")) accepted += 1;
  else {
    refused += 1;
    if (firstRefusal === "") firstRefusal = answer;
  }
}
