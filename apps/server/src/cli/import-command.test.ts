import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import { type ImportWorld, importWorld } from "../operations/imports/testing/import-world.ts";

const CHAT = `a line that no message stands before
14.05.24, 09:01 - Ana: Hello
14.05.24, 09:02 - Salon: Good morning!
`;

describe("galka import chat", () => {
  it("shows what it understood, imports it, and adds nothing the second time", async () => {
    await using world = await teamWithAccount();
    const file = await chatFile(world, CHAT);
    const unread = join(world.directory, "unread.tsv");
    const first = await galka(world, [
      file,
      "--zone",
      "Europe/Berlin",
      "--yes",
      "--unread",
      unread,
    ]);
    assert.equal(first.code, 0, first.output);
    assert.match(first.output, /People +Ana \(1\), Salon \(1\)/);
    assert.match(first.output, /You are +Salon/);
    assert.match(first.output, /line 1 \(nothing-to-continue\): a line that no message/);
    assert.match(first.output, /Done in [\d.]+ s: 2 added, 0 were there already/);
    assert.equal(
      await readFile(unread, "utf8"),
      "1\tnothing-to-continue\ta line that no message stands before\n",
    );
    assert.deepEqual(
      (await world.messages()).map(({ direction, at }) => [direction, at.toISOString()]),
      [
        ["in", "2024-05-14T07:01:00.000Z"],
        ["out", "2024-05-14T07:02:00.000Z"],
      ],
    );

    const second = await galka(world, [file, "--zone", "Europe/Berlin", "--yes"]);
    assert.equal(second.code, 0, second.output);
    assert.match(second.output, /0 added, 2 were there already/);
  });

  it("ends with an error when nothing could be read, and when it would have to ask", async () => {
    await using world = await teamWithAccount();
    const diary = await galka(world, [await chatFile(world, "Dear diary\n"), "--yes"]);
    assert.equal(diary.code, 1);
    assert.match(diary.output, /No line begins like a message/);

    const open = await galka(world, [await chatFile(world, CHAT.replaceAll("Salon", "Ben"))]);
    assert.equal(open.code, 1);
    assert.match(open.output, /Give --me: Ana, Ben, none/);
    assert.equal((await world.messages()).length, 0);

    const missing = await galka(world, [join(world.directory, "nothing.txt")]);
    assert.match(missing.output, /There is no file/);
    const wrong = await galka(world, ["x.txt", "--colour"]);
    assert.equal(wrong.code, 1);
    assert.match(wrong.output, /'--colour'/);
  });

  it("explains itself", async () => {
    await using world = await importWorld();
    const { code, output } = await galka(world, ["--help"]);
    assert.equal(code, 0);
    assert.match(output, /--date-order/);
  });
});

/** A team whose one member has an account, as after a first start. */
async function teamWithAccount(): Promise<ImportWorld> {
  const world = await importWorld();
  const { app, member } = world;
  const userId = app.ids.next<"user">();
  await app.db
    .insertInto("auth_users")
    .values({ id: userId, name: member.name, email: member.email })
    .execute();
  await inWorkspace(app.db, member.workspaceId, (tx) =>
    tx
      .insertInto("members")
      .values({
        workspace_id: member.workspaceId,
        id: member.id,
        user_id: userId,
        name: member.name,
        role: member.role,
        created_at: app.clock.now(),
      })
      .execute(),
  );
  return world;
}

async function chatFile(world: ImportWorld, text: string): Promise<string> {
  const path = join(world.directory, "WhatsApp Chat with Ana.txt");
  await writeFile(path, text);
  return path;
}

/** The command as a person runs it, but not on a terminal: nobody can be asked. */
async function galka(world: ImportWorld, args: readonly string[]) {
  const cli = join(import.meta.dirname, "../cli.ts");
  const child = spawn(
    process.execPath,
    ["--conditions=@galka/source", cli, "import", "chat", ...args],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DATABASE_URL: world.url, GALKA_DATA: world.directory },
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, output };
}
