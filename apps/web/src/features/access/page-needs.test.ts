import assert from "node:assert/strict";
import { BUILT_IN_ROLES, PERMISSIONS } from "@galka/core/workspaces/permissions";
import { describe, it } from "vitest";
import { COMMANDS } from "../search/commands.ts";
import { PAGES } from "../settings/settings-pages.ts";
import { mayOpen, needsOf } from "./page-needs.ts";

const EVERYBODYS = [
  "/settings",
  "/settings/profile",
  "/settings/security",
  "/settings/channels",
  "/settings/about",
];

describe("needsOf", () => {
  it("asks for what a page above asks for", () => {
    assert.deepEqual(needsOf("/inbox/0195"), ["conversations.read"]);
    assert.deepEqual(needsOf("/settings/channels/0195"), []);
    assert.deepEqual(needsOf("/settings/channels/connect"), ["channels.manage"]);
    assert.deepEqual(needsOf("/inboxes"), []);
  });

  it("knows every page of the settings and every command, but for those that are everybody's", () => {
    const paths = [...PAGES.map(({ to }) => to), ...COMMANDS.flatMap(({ go }) => go?.to ?? [])];
    const open = paths.filter((path) => needsOf(path).length === 0);
    assert.deepEqual(
      open.filter((path) => !EVERYBODYS.includes(path)),
      [],
    );
  });

  it("opens everything to whoever may do everything, and only the own to whoever may nothing", () => {
    for (const { to } of PAGES) {
      assert.equal(mayOpen(PERMISSIONS, to), true, to);
      assert.equal(mayOpen([], to), EVERYBODYS.includes(to), to);
    }
  });

  it("keeps the settings of the workspace from those who answer", () => {
    const open = PAGES.filter(({ to }) => mayOpen(BUILT_IN_ROLES.member, to)).map(({ to }) => to);
    assert.deepEqual(open, [
      "/settings/profile",
      "/settings/security",
      "/settings/channels",
      "/settings/labels",
      "/settings/quick-replies",
      "/settings/about",
    ]);
  });
});
