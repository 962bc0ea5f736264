import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, it } from "node:test";
import { UserError } from "@galka/postgres/user-error";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  it("needs nothing", () => {
    const config = readConfig({});
    assert.equal(config.data, resolve("data"));
    assert.equal(config.publicUrl, "http://localhost:4000");
    assert.deepEqual([config.port, config.emulatorPort, config.demo], [4000, 4001, true]);
    assert.deepEqual([...config.roles], ["web", "ingest", "apply", "send", "work"]);
    assert.equal(config.owner, null);
  });

  it("takes an empty variable for one that is not set", () => {
    assert.deepEqual(readConfig({ GALKA_PORT: "", DATABASE_URL: "" }), readConfig({}));
  });

  it("reads an owner, roles and addresses", () => {
    const config = readConfig({
      GALKA_OWNER_EMAIL: "ana@salon.example",
      GALKA_OWNER_PASSWORD: "fake-password",
      GALKA_ROLES: "ingest, apply",
      GALKA_PUBLIC_URL: "https://desk.salon.example/",
    });
    assert.deepEqual(config.owner, { email: "ana@salon.example", password: "fake-password" });
    assert.deepEqual([...config.roles], ["ingest", "apply"]);
    assert.equal(config.publicUrl, "https://desk.salon.example");
  });

  it("keeps the emulator to this machine unless it has a key", () => {
    const GALKA_EMULATOR_CONTROL_KEY = "fake-control-key-0001";
    assert.equal(readConfig({}).controlKey, null);
    assert.equal(readConfig({ GALKA_EMULATOR_CONTROL_KEY }).controlKey, GALKA_EMULATOR_CONTROL_KEY);
  });

  refuses("a port that is none", { GALKA_PORT: "http" }, /^GALKA_PORT: must be a port/);
  refuses("a port out of range", { GALKA_PORT: "70000" }, /^GALKA_PORT: must be .* to 65535/);
  refuses(
    "one port for two",
    { GALKA_PORT: "4001" },
    /GALKA_PORT and GALKA_EMULATOR_PORT are both/,
  );
  refuses(
    "a demo that is neither on nor off",
    { GALKA_DEMO: "yes" },
    /^GALKA_DEMO: must be "on" or "off"/,
  );
  refuses(
    "an owner without a password",
    { GALKA_OWNER_EMAIL: "ana@salon.example" },
    /Set both or neither/,
  );
  refuses("a role that is unknown", { GALKA_ROLES: "web,cook" }, /^GALKA_ROLES: must be a list of/);
  refuses(
    "another kind of database",
    { DATABASE_URL: "mysql://x/y" },
    /^DATABASE_URL: must begin with/,
  );

  it("does not repeat a password that is too short", () => {
    assert.throws(
      () => readConfig({ GALKA_OWNER_EMAIL: "a@b.example", GALKA_OWNER_PASSWORD: "hush" }),
      (error: Error) => !error.message.includes("hush"),
    );
  });

  function refuses(what: string, environment: Record<string, string>, message: RegExp) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => readConfig(environment),
        (error) => error instanceof UserError && message.test(error.message),
      );
    });
  }
});
