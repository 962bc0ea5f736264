import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type SlaPolicy, problemOfSlaPolicy, slaPolicyFor } from "./sla-policy.ts";

const ANY = { channelIds: [], teamIds: [], priorities: [], labelIds: [] };
const POLICY: SlaPolicy = {
  id: "usual",
  name: "Usual",
  isOn: true,
  scope: ANY,
  minutes: { "first-answer": 30, "next-answer": null, resolution: null },
  countedIn: "office-hours",
  warnPercent: 75,
};
const PLACE = { channelId: "shop", teamId: null, priority: "normal", labelIds: ["vip"] } as const;

describe("slaPolicyFor", () => {
  check("is the first that fits", [{ id: "first" }, { id: "second" }], "first");
  check("passes over one that is off", [{ id: "off", isOn: false }, { id: "on" }], "on");
  check("fits a label that it has", [{ id: "vips", scope: { ...ANY, labelIds: ["vip"] } }], "vips");
  check("fits no team when nobody's", [{ scope: { ...ANY, teamIds: ["sales"] } }], null);
  check("fits only another number", [{ scope: { ...ANY, channelIds: ["desk"] } }], null);
  check(
    "asks that everything fits",
    [{ scope: { ...ANY, labelIds: ["vip"], priorities: ["urgent"] } }, { id: "other" }],
    "other",
  );

  function check(name: string, given: readonly Partial<SlaPolicy>[], id: string | null) {
    it(name, () => {
      const policies = given.map((it) => ({ ...POLICY, ...it }));
      assert.equal(slaPolicyFor(policies, PLACE)?.id ?? null, id);
    });
  }
});

describe("problemOfSlaPolicy", () => {
  check("is none with a policy as it should be", {}, null);
  check("is a name of spaces", { name: "  " }, "name-missing");
  check(
    "is a policy without a target",
    { minutes: { ...POLICY.minutes, "first-answer": null } },
    "target-missing",
  );
  check(
    "is a target of no time",
    { minutes: { ...POLICY.minutes, resolution: 0 } },
    "minutes-out-of-range",
  );
  check("is a warning at the end", { warnPercent: 100 }, "warning-out-of-range");

  function check(name: string, given: Partial<SlaPolicy>, problem: string | null) {
    it(name, () => assert.equal(problemOfSlaPolicy({ ...POLICY, ...given }), problem));
  }
});
