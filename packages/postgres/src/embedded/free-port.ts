import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** `wanted` if it is free on this machine's loopback, and otherwise one that is. */
export async function freePort(wanted = 0): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted;
}

async function tryPort(port: number): Promise<number | null> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const address: AddressInfo | string | null = server.address();
    return typeof address === "object" && address ? address.port : null;
  } catch {
    return null;
  } finally {
    server.close();
  }
}
