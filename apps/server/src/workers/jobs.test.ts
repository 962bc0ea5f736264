import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import { loadFileViews } from "@galka/postgres/stores/views/file-list";
import { sql } from "kysely";
import { type TestApp, PHONE_NUMBER_ID, WABA_ID, startTestApp } from "../testing/test-app.ts";
import { startJobs } from "./jobs.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEklEQVR4nGP4z8DwHwyBNBgAAEnACPm3c1M6AAAAAElFTkSuQmCC",
  "base64",
);

describe("startJobs", () => {
  it("fetches what a contact sent, knows it by its bytes, and tells that it is there", async () => {
    await using test = await startTestApp();
    test.meta.files.set("media-in", PNG);
    const stored = toldWhenStored(test);
    await test.receive(photo("media-in"));
    await using started = new AsyncDisposableStack();
    started.use(await startJobs(test.app, { databaseUrl: test.database.url, egress: { fetch } }));
    await stored;

    const [file] = await filesOf(test);
    assert.deepEqual(
      [file?.state, file?.mediaType, file?.sizeBytes],
      ["stored", "image/png", PNG.byteLength],
    );
  });

  it("takes over the jobs of a process that died", async () => {
    await using test = await startTestApp();
    test.meta.files.set("media-in", PNG);
    await test.receive(photo("media-in"));
    await test.app.db.transaction().execute(async (tx) => {
      await sql`update graphile_worker._private_jobs
                   set locked_by = 'dead-worker', locked_at = now(), attempts = 1`.execute(tx);
      await sql`insert into job_nodes values ('dead', array['dead-worker'], now() - interval '1 minute')`.execute(
        tx,
      );
    });
    const stored = toldWhenStored(test);
    await using started = new AsyncDisposableStack();
    started.use(await startJobs(test.app, { databaseUrl: test.database.url, egress: { fetch } }));
    await stored;
    const [file] = await filesOf(test);
    assert.equal(file?.state, "stored");
  });

  it("notes that the subscription stands", async () => {
    await using test = await startTestApp();
    await using started = new AsyncDisposableStack();
    started.use(await startJobs(test.app, { databaseUrl: test.database.url, egress: { fetch } }));
    for (;;) {
      const { rows } = await inWorkspace(test.app.db, test.workspaceId, (tx) =>
        sql<{ at: Date | null }>`select subscription_checked_at as at from channels`.execute(tx),
      );
      if (rows[0]?.at) break;
      await new Promise((done) => setTimeout(done, 20));
    }
  });
});

/** Resolves at the n-th hint of a topic. */
/** Resolves when something is told and the file is there by then; other work tells of other things. */
function toldWhenStored(test: TestApp): Promise<void> {
  return new Promise((done, fail) => {
    const stop = test.app.wake.listen("events", () => void look().catch(fail));
    async function look(): Promise<void> {
      const [file] = await filesOf(test);
      if (file?.state !== "stored") return;
      stop();
      done();
    }
  });
}

function filesOf({ app, workspaceId }: TestApp) {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from files`.execute(tx);
    return loadFileViews(
      tx,
      workspaceId,
      rows.map(({ id }) => id),
    );
  });
}

function photo(id: string) {
  const message = {
    from: "16505551234",
    id: "wamid.photo",
    timestamp: "1795348800",
    type: "image",
    image: { id, mime_type: "image/jpeg", caption: "Look" },
  };
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    contacts: [{ profile: { name: "Luz" }, wa_id: "16505551234" }],
    messages: [message],
  };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: WABA_ID, changes: [{ field: "messages", value }] }],
  };
}
