import assert from "node:assert/strict";
import { once } from "node:events";
import { type Socket, createServer } from "node:net";
import { describe, it } from "node:test";
import { silentLog } from "../testing/silent-log.ts";
import { invitationLetter } from "./invitation-letter.ts";
import { printedMail } from "./printed-mail.ts";
import { smtpMail } from "./smtp-mail.ts";

const LETTER = invitationLetter({
  to: "luz@example.org",
  workspace: "Flowers\r\nBcc: all@example.org",
  invitedBy: "Ana",
  link: "https://galka.test/invitation#fake-token",
});

describe("a letter", () => {
  it("carries the link and both languages, and no line of a name's own", () => {
    assert.match(LETTER.text, /https:\/\/galka\.test\/invitation#fake-token/);
    assert.match(LETTER.text, /invites you[\s\S]+приглашает вас/);
    assert.equal(LETTER.subject, "Ana: Flowers Bcc: all@example.org · Galka");
  });

  it("goes to the mail server", async () => {
    await using server = await smtpServer();
    const mail = smtpMail({ url: server.url, from: "Galka <galka@example.org>" }, silentLog);
    assert.equal(await mail.send(LETTER), "sent");
    assert.match(server.heard.join(""), /RCPT TO:<luz@example\.org>/);
    assert.match(server.heard.join(""), /From: Galka <galka@example\.org>/);
  });

  it("fails without a fault when nobody answers", async () => {
    const server = await smtpServer();
    await server[Symbol.asyncDispose]();
    const mail = smtpMail({ url: server.url, from: "galka@example.org" }, silentLog);
    assert.equal(await mail.send(LETTER), "failed");
  });

  it("is printed where there is no mail server", async () => {
    const lines: string[] = [];
    assert.equal(await printedMail((line) => lines.push(line)).send(LETTER), "not-set-up");
    assert.match(lines.join("\n"), /To luz@example\.org/);
  });
});

/** As much of a mail server as one letter needs. */
async function smtpServer() {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    socket.write("220 test\r\n");
    socket.on("data", (bytes) => {
      const text = bytes.toString();
      heard.push(text);
      if (inData) {
        if (!text.endsWith("\r\n.\r\n")) return;
        inData = false;
        socket.write("250 kept\r\n");
      } else if (text.startsWith("DATA")) {
        inData = true;
        socket.write("354 go on\r\n");
      } else socket.write(text.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
    });
    socket.on("error", () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(address !== null && typeof address !== "string");
  return {
    heard,
    url: `smtp://127.0.0.1:${address.port}?ignoreTLS=true`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
