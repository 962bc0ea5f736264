import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, it } from "node:test";
import { UserError } from "@galka/postgres/user-error";
import { checkPorts } from "./check-ports.ts";

describe("checkPorts", () => {
  it("says which variable moves a port that is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const taken = { variable: "GALKA_EMULATOR_PORT", host: "127.0.0.1", port };
    await assert.rejects(
      checkPorts([taken]),
      (error) =>
        error instanceof UserError &&
        error.message.includes(`Port ${port} is taken`) &&
        /GALKA_EMULATOR_PORT/.test(error.message),
    );
    server.close();
    await once(server, "close");
    await checkPorts([taken]);
    await checkPorts([taken]);
  });

  it("says what an address that is not this machine's may be instead", async () => {
    await assert.rejects(
      checkPorts([{ variable: "GALKA_PORT", host: "192.0.2.1", port: 4000 }]),
      /GALKA_HOST/,
    );
  });
});
