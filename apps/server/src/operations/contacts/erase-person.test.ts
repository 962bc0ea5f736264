import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { appendWebhooks } from "@galka/postgres/stores/receiving/webhook-log";
import { listErasures } from "@galka/postgres/stores/contacts/erasures";
import pg from "pg";
import { diskFiles } from "../../files/disk-files.ts";
import { pinoLog } from "../../telemetry/pino-log.ts";
import { type MetaPerson, body, messages, says, second, text } from "../../testing/meta-bodies.ts";
import { PHONE_NUMBER_ID, type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { receiveExport } from "../imports/receive-export.ts";
import { startImport } from "../imports/start-import.ts";
import { runChatImport } from "../imports/run-chat-import.ts";
import { fetchFile } from "../media/fetch-file.ts";
import { sendMessage } from "../messages/send-message.ts";
import { changeContact } from "./change-contact.ts";
import { erasePerson, hashOf } from "./erase-person.ts";
import { finishErasure, removeContents } from "./finish-erasure.ts";
import { mergePeople } from "./merge-people.ts";

const LUZ: MetaPerson = {
  wa_id: "5491155550101",
  user_id: "AR.7261545211",
  username: "luz.moreno",
  name: "Luz Moreno",
};
const WORK: MetaPerson = { wa_id: "5491155550199", name: "Luz Moreno" };
const MAX: MetaPerson = { wa_id: "4915112345678", name: "Max" };

/** By these a person can be found. The picture's bytes and the words of their own are theirs too. */
const IDENTIFIERS = [
  "5491155550101",
  "541155550101",
  "AR.7261545211",
  "luz.moreno",
  "Luz Moreno",
  "5491155550199",
  "Moreno",
  "a secret of mine",
  "a picture of me",
  "An answer for you alone",
];

describe("erasePerson", () => {
  it("leaves no identifier in any table, file or log", async () => {
    await using world = await startErasing();
    const { test } = world;
    await live(test);
    assert.ok((await scan(world)).length >= 15, "there is something to be found before");

    const contactId = await idOfPhone(test, "5491155550101");
    const erased = await erasePerson(test.app, test.member, contactId);
    assert.ok(!("refused" in erased));
    await test.applyAll();
    await runJobs(test);

    assert.deepEqual(await scan(world), []);
    const said = await rowsOf(
      test,
      "select content::text as said from messages order by at, wamid",
    );
    assert.match(JSON.stringify(said), /Good morning from Max/u);
    assert.match(JSON.stringify(said), /Max waits too/u);
    assert.match(JSON.stringify(said), /Call her at …/u);
  });

  it("keeps a receipt that only whoever knows the person can read", async () => {
    await using world = await startErasing();
    const { test } = world;
    await live(test);
    await erasePerson(test.app, test.member, await idOfPhone(test, "5491155550101"));
    await runJobs(test);
    const [receipt] = await inWorkspace(test.app.db, test.workspaceId, (tx) =>
      listErasures(tx, test.workspaceId),
    );
    assert.ok(receipt);
    assert.equal(receipt.state, "done");
    assert.equal(receipt.requestedBy, test.member.id);
    assert.ok(
      receipt.hashes.includes(hashOf(receipt.salt, { kind: "phone", value: "5491155550101" })),
    );
    assert.ok((receipt.counts["messages"] ?? 0) >= 4);
  });

  it("takes whoever writes again for somebody new, and keeps them", async () => {
    await using world = await startErasing();
    const { test } = world;
    await live(test);
    const contactId = await idOfPhone(test, "5491155550101");
    await erasePerson(test.app, test.member, contactId);
    test.clock.advance(1000);
    await test.receive(says("new", "Hello again", 900, LUZ));
    await runJobs(test);
    const again = await idOfPhone(test, "5491155550101");
    assert.notEqual(again, contactId);
    const log = await asOwner(
      test,
      "select count(*)::int as n from webhook_log where convert_from(body, 'UTF8') like '%Hello again%'",
    );
    assert.deepEqual(log, [{ n: 1 }]);
    const said = await rowsOf(
      test,
      `select m.content ->> 'text' as text from messages m
         join conversations c on c.id = m.conversation_id where c.contact_id = '${again}'`,
    );
    assert.deepEqual(said, [{ text: "Hello again" }]);
  });

  it("is for those who may erase, and of what is there", async () => {
    await using world = await startErasing();
    const { test } = world;
    const nobody = idOf<"contact">(test.app.ids.next());
    assert.deepEqual(await erasePerson(test.app, test.member, nobody), { refused: "not-found" });
    const member = { ...test.member, role: "supervisor" } as const;
    assert.deepEqual(await erasePerson(test.app, member, nobody), { refused: "forbidden" });
  });
});

type Erasing = AsyncDisposable & {
  readonly test: TestApp;
  readonly directory: string;
  readonly logged: string[];
};

async function startErasing(): Promise<Erasing> {
  const directory = mkdtempSync(join(tmpdir(), "galka-erasing-"));
  const logged: string[] = [];
  const log = pinoLog("debug", { write: (line) => void logged.push(line) });
  const test = await startTestApp({ files: diskFiles(directory), log });
  return {
    test,
    directory,
    logged,
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
      rmSync(directory, { recursive: true });
    },
  };
}

/** Everything that leaves a trace of somebody. */
async function live(test: TestApp): Promise<void> {
  const { app, member, meta } = test;
  meta.files.set("media-1", Buffer.from("a picture of me"));
  await test.receive(
    says("1", "a secret of mine", 1, LUZ),
    messages(LUZ, {
      id: "wamid.2",
      timestamp: second(2),
      type: "image",
      image: { id: "media-1", mime_type: "image/jpeg", sha256: "x", caption: "Luz Moreno, me" },
    }),
    says("3", "Good morning from Max", 3, MAX),
    messages(MAX, text("4", "Call her at +54 9 11 5555-0101 or write to luz.moreno", 4), {
      id: "wamid.5",
      timestamp: second(5),
      type: "contacts",
      contacts: [{ name: { formatted_name: "L." }, phones: [{ phone: "+54 9 11 5555-0101" }] }],
    }),
    bothAtOnce(),
    says("8", "From work", 8, WORK),
    reportOfUnknown(),
    // Parked: a message without a type or a time.
    messages(LUZ, { id: "wamid.9", timestamp: "never", type: "text", text: 7 }),
  );
  for (const row of await rowsOf(
    test,
    "select f.id as file, m.id as message from files f join messages m on strpos(m.content::text, f.id::text) > 0",
  )) {
    assert.ok("file" in row && "message" in row);
    await fetchFile(
      app,
      {
        workspaceId: test.workspaceId,
        fileId: idOf(String(row.file)),
        messageId: idOf(String(row.message)),
      },
      false,
    );
  }
  test.clock.advance(1000);
  const contactId = await idOfPhone(test, "5491155550101");
  await changeContact(app, member, contactId, { fields: { mobile: "5491155550101" } });
  await changeContact(app, member, await idOfPhone(test, "4915112345678"), {
    fields: { friend: "+54 9 11 5555 0101" },
  });
  await mergePeople(app, member, {
    winnerId: contactId,
    loserId: await idOfPhone(test, "5491155550199"),
  });
  const [conversation] = await rowsOf(
    test,
    `select id from conversations where contact_id = '${contactId}'`,
  );
  assert.ok(conversation && "id" in conversation);
  test.clock.set(new Date("2026-11-22T12:10:00Z"));
  const sent = await sendMessage(app, member, {
    conversationId: idOf(String(conversation.id)),
    clientId: app.ids.next(),
    draft: { kind: "text", text: "An answer for you alone" },
  });
  assert.ok(!("refused" in sent));
  await importChat(test);
  test.clock.advance(60_000);
  // Received and not applied when the person is erased.
  await appendWebhooks(app.db, [
    {
      hint: test.channelId,
      body: Buffer.from(JSON.stringify(bothAtOnce("late", "Max waits too"))),
    },
  ]);
}

function bothAtOnce(id = "both", maxSays = "Max says"): object {
  return body("messages", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    contacts: [LUZ, MAX].map(({ name, username, ...ids }) => ({
      profile: { name, ...(username !== undefined && { username }) },
      ...ids,
    })),
    messages: [
      { from: LUZ.wa_id, from_user_id: LUZ.user_id, ...text(`${id}-luz`, "a secret of mine", 6) },
      { from: MAX.wa_id, ...text(`${id}-max`, maxSays, 7) },
    ],
  });
}

function reportOfUnknown(): object {
  return body("messages", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    statuses: [
      {
        id: "wamid.unknown",
        status: "failed",
        timestamp: second(8),
        recipient_id: LUZ.wa_id,
        errors: [{ code: 131026, title: `Message to ${LUZ.wa_id ?? ""} undeliverable` }],
      },
    ],
  });
}

async function importChat(test: TestApp): Promise<void> {
  const file = "12/03/2024, 21:04 - Luz Moreno: a secret of mine\n12/03/2024, 21:05 - Salon: Yes\n";
  const received = await receiveExport(test.app, test.member, {
    name: "WhatsApp Chat with Luz Moreno.txt",
    bytes: chunks(file),
  });
  assert.ok(!("refused" in received));
  const started = await startImport(test.app, test.member, idOf(received.id), {
    channelId: test.channelId,
    ownSender: "Salon",
    contactName: "Luz Moreno",
    contactPhone: "5491155550101",
    timeZone: "America/Argentina/Buenos_Aires",
    dateOrder: "day-month",
  });
  assert.ok(!("refused" in started));
  await runChatImport(test.app, { workspaceId: test.workspaceId, importId: idOf(received.id) });
}

async function* chunks(whole: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(whole);
}

async function idOfPhone(test: TestApp, phone: string) {
  const [row] = await rowsOf(
    test,
    `select contact_id as id from contact_identities where value = '${phone}'`,
  );
  assert.ok(row && "id" in row, phone);
  return idOf<"contact">(String(row.id));
}

/** What the queue would do with the jobs of an erasure. */
async function runJobs(test: TestApp): Promise<void> {
  const jobs = await asOwner(
    test,
    `with done as (
       delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier in ('finish-erasure', 'remove-contents')
       returning t.identifier, j.payload)
     select identifier, payload from done order by identifier`,
  );
  for (const { identifier, payload } of jobs) {
    if (identifier === "finish-erasure") await finishErasure(test.app, payload);
    else await removeContents(test.app, payload.hashes, 0);
  }
}

/** Where an identifier stands: in any column of any table of the database, in any file, in the log. */
async function scan({ test, directory, logged }: Erasing): Promise<string[]> {
  const found: string[] = [];
  const look = (where: string, words: string) => {
    for (const identifier of IDENTIFIERS) {
      if (words.includes(identifier)) found.push(`${where}: ${identifier}`);
    }
  };
  const tables = await asOwner(
    test,
    `select c.oid::regclass::text as name,
            (select string_agg(format(case when a.atttypid = 'bytea'::regtype then 'encode(t.%1$I, ''escape'')'
                                           else 't.%1$I::text' end, a.attname), ', ')
               from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'`,
  );
  for (const { name, columns } of tables) {
    for (const row of await asOwner(
      test,
      `select concat_ws(' ', ${columns}) as words from ${name} t`,
    )) {
      look(name, row.words);
      look(name, unspaced(row.words));
    }
  }
  for (const file of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    look("file name", file.name);
    if (file.isFile()) look("file", readFileSync(join(file.parentPath, file.name), "latin1"));
  }
  for (const line of logged) look("log", line);
  return found;
}

/** Numbers as they would be without what people put between their digits; JSON's escapes undone. */
function unspaced(words: string): string {
  return words.replaceAll(/(?<=\d)[ ()-]+(?=\d)/gu, "");
}

async function asOwner(test: TestApp, question: string) {
  const owner = new pg.Client({ connectionString: test.database.url });
  await owner.connect();
  try {
    return (await owner.query(question)).rows;
  } finally {
    await owner.end();
  }
}
