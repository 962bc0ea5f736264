import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { startEmulator } from "../start-emulator.ts";
import { startDesk } from "../testing/desk.ts";
import { ControlCallError } from "./client.ts";
import { rangeOf } from "./routes/media-routes.ts";

describe("the control API", () => {
  it("says what to do when it refuses", async () => {
    await using meta = await startEmulator();
    const { control } = meta;
    await refuses(
      control.person("nobody"),
      404,
      /There is no person "nobody"\. GET \/_emulator\/people/,
    );
    await refuses(control.addPerson({ name: "A", phone: "abc" }), 400, /international form/);
    await refuses(control.addPerson({ name: "A", phone: DEMO.phone }), 409, /has an owner already/);
    await refuses(control.addPerson({ name: "" }), 400, /name/);
    const ana = await control.addPerson({ name: "Ana" });
    await refuses(
      control.write(ana.id, DEMO.phoneNumberId, { kind: "image", mediaId: "1" }),
      400,
      /POST the bytes/,
    );
    await refuses(control.write(ana.id, ana.id, { kind: "text", body: "me" }), 400, /themselves/);

    async function refuses(call: Promise<unknown>, status: number, words: RegExp) {
      await assert.rejects(call, (error: unknown) => {
        assert.ok(error instanceof ControlCallError);
        assert.equal(error.status, status);
        assert.match(error.message, words);
        return true;
      });
    }
  });

  it("does not listen to pages of other sites", async () => {
    await using meta = await startEmulator();
    const answer = await fetch(`${meta.url}/_emulator/reset`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
    });
    assert.equal(answer.status, 400);
  });

  it("streams what happens to a person", async () => {
    await using desk = await startDesk();
    const stop = new AbortController();
    const url = `${desk.meta.url}/_emulator/events?people=${desk.ana.id}`;
    const stream = await fetch(url, { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.match((await reader?.read())?.value ?? "", /"type":"hello"/);
    await desk.meta.control.addPerson({ name: "Somebody else" });
    await desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: "seen" });
    assert.match((await reader?.read())?.value ?? "", /"type":"message".*"seen"/);
    stop.abort();
  });

  it("moves, freezes and unfreezes the clock", async () => {
    await using meta = await startEmulator({ machineClock: () => 1_000_000 });
    const { control } = meta;
    const at = async () => new Date((await control.clock()).now).getTime();
    await control.moveClock({ advanceMs: 5000 });
    assert.equal(await at(), 1_005_000);
    await control.moveClock({ offsetMs: -1000 });
    assert.equal(await at(), 999_000);
    await control.moveClock({ now: "2027-01-01T00:00:00Z" });
    await control.moveClock({ frozen: true });
    assert.deepEqual(await control.clock(), {
      now: "2027-01-01T00:00:00.000Z",
      offsetMs: Date.UTC(2027, 0, 1) - 1_000_000,
      frozen: true,
      speed: 1,
      nextAt: null,
    });
  });

  it("empties the world and seeds it again", async () => {
    await using meta = await startEmulator();
    await meta.control.addPerson({ name: "Ana" });
    await meta.control.addFault({ on: "request", action: { kind: "reset" } });
    const world = await meta.control.reset();
    assert.deepEqual([world.people.length, world.numbers[0]?.id], [0, DEMO.phoneNumberId]);
    assert.equal((await meta.control.faults()).data.length, 0);
  });

  it("serves a phone's files in ranges and never as a page", async () => {
    await using meta = await startEmulator();
    const page = await meta.control.uploadMedia(new TextEncoder().encode("<script>"), "text/html");
    const answer = await fetch(meta.url + page.url);
    assert.equal(answer.headers.get("content-type"), "application/octet-stream");
    assert.match(answer.headers.get("content-security-policy") ?? "", /sandbox/);
    const part = await fetch(meta.url + page.url, { headers: { range: "bytes=1-6" } });
    assert.deepEqual([part.status, await part.text()], [206, "script"]);
  });
});

describe("rangeOf", () => {
  it("reads the forms of a range", () => {
    assert.equal(rangeOf(undefined, 10), null);
    assert.deepEqual(rangeOf("bytes=2-", 10), { start: 2, end: 9 });
    assert.deepEqual(rangeOf("bytes=-3", 10), { start: 7, end: 9 });
    assert.equal(rangeOf("bytes=10-", 10), "unsatisfiable");
  });
});

describe("the world", () => {
  it("is the same for the same seed and calls", async () => {
    const run = async () => {
      await using desk = await startDesk({ machineClock: () => 1_800_000_000_000 });
      await desk.send({ type: "text", text: { body: "x" } });
      await desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: "y" });
      await desk.pass();
      return [desk.receiver.received.map((it) => it.body), (await desk.meta.control.ledger()).data];
    };
    assert.deepEqual(await run(), await run());
  });
});
