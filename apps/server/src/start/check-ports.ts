import { once } from "node:events";
import { createServer } from "node:net";
import { UserError } from "@galka/postgres/user-error";

export type WantedPort = {
  readonly variable: string;
  readonly host: string;
  readonly port: number;
};

/**
 * Proves that every port can be listened on, before anything is started.
 *
 * @throws UserError naming the first that cannot, and the variable that sets it.
 */
export async function checkPorts(wanted: readonly WantedPort[]): Promise<void> {
  for (const one of wanted) {
    const server = createServer();
    try {
      server.listen(one.port, one.host);
      await once(server, "listening");
    } catch (error) {
      throw new UserError(explain(one, error));
    } finally {
      server.close();
    }
  }
}

function explain({ variable, host, port }: WantedPort, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program. Stop that program, or set ${variable} to a free port.`;
    case "EACCES":
      return `This user may not listen on port ${port}. Set ${variable} to a port above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `This machine has no address ${host}. Set GALKA_HOST to 127.0.0.1, 0.0.0.0 or an address of this machine.`;
    default:
      return `Galka cannot listen on ${host}:${port} (${String(error)}). Set ${variable} to another port.`;
  }
}
