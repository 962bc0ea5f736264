import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { startDesk } from "../testing/desk.ts";

describe("what people let Meta know", () => {
  it("is kept with the template that they saw last", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const template = { name: "hello_world", language: { code: "en_US" } };
    await desk.send({ type: "template", template });
    await desk.pass();
    await control.report(desk.ana.id, DEMO.phoneNumberId, "SPAM");
    await control.stopMarketing(desk.ana.id, DEMO.phoneNumberId);
    await desk.send({ type: "text", text: { body: "Are you there?" } });
    await desk.pass();
    await control.block(desk.ana.id, DEMO.phoneNumberId);
    await control.block(desk.ana.id, DEMO.phoneNumberId);
    await control.unblock(desk.ana.id, DEMO.phoneNumberId);
    await control.resumeMarketing(desk.ana.id, DEMO.phoneNumberId);

    const { data } = await control.feedback();
    assert.deepEqual(
      data.map(({ kind, templateId, reason }) => [kind, templateId, reason]),
      [
        ["report", "162700000000001", "SPAM"],
        ["marketing-stop", "162700000000001", null],
        ["block", null, null],
        ["unblock", null, null],
        ["marketing-resume", null, null],
      ],
    );
  });

  it("is not possible about another person", async () => {
    await using desk = await startDesk();
    const bob = await desk.meta.control.addPerson({ name: "Bob" });
    await assert.rejects(desk.meta.control.report(desk.ana.id, bob.id), /Only a business/);
  });
});
