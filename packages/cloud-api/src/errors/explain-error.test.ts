import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CloudApiError } from "./cloud-api-error.ts";
import { explainError, findExplanation, knownErrors } from "./explain-error.ts";
import type { Remedy } from "./remedy.ts";
import { subcodeErrors } from "./table/subcodes.ts";

// Every code of Meta's page and of the pages of groups, calls, templates and user names.
const CODES = `
  0 1 2 3 4 10 33 100 190 200 368 613 80007 80008 130429 130472 130497 130501 131000 131005 131008
  131009 131016 131020 131021 131026 131030 131031 131037 131041 131042 131044 131045 131047 131048
  131049 131050 131051 131052 131053 131055 131056 131057 131059 131060 131061 131062 131201 131202
  131204 131207 131208 131209 131210 131211 131212 131213 131214 131215 132000 132001 132005 132007
  132012 132015 132016 132018 132068 132069 133000 133004 133005 133006 133008 133009 133010 133015
  133016 134011 134100 134101 134102 134103 135000 136024 136025 137000 138000 138001 138002 138003
  138004 138005 138006 138007 138009 138012 138013 138014 138015 138017 138018 138019 138020 138021
  138022 138023 138024 138025 139000 139100 139101 139102 139103 141002 147001 147002 147003 147004
  200005 200006 200007 1752041 2388001 2388012 2388019 2388023 2388024 2388039 2388040 2388043
  2388046 2388047 2388060 2388072 2388073 2388077 2388091 2388093 2388103 2388155 2388293 2388299
  2494100 2593079 2593085 2593107 2593108 2593109`;

describe("the table of errors", () => {
  it("has every code of Meta's, each once", () => {
    const listed = CODES.trim().split(/\s+/).map(Number);
    const known = knownErrors.map((error) => error.code);
    assert.deepEqual(
      known.toSorted((a, b) => a - b),
      listed.toSorted((a, b) => a - b),
    );
  });

  for (const { code, explain, whatToDo } of [...knownErrors, ...subcodeErrors]) {
    it(`explains ${code} in English and in Russian, in whole sentences`, () => {
      for (const { en, ru } of [explain, whatToDo]) {
        assert.match(en, /^[A-Z][^а-яё]+\.$/i);
        assert.match(ru, /^[А-ЯЁA-Z].*[а-яё].*\.$/s);
      }
    });
  }
});

describe("explainError", () => {
  remedy("waits for the pair", 131056, { kind: "wait-for-pair", ms: 6000 });
  remedy("slows down", 130429, { kind: "slow-down", ms: 1000 });
  remedy("spares a person for a day", 131049, { kind: "spare-person", ms: 86_400_000 });
  remedy("never sends marketing again", 131050, {
    kind: "never-again-for-purpose",
    purpose: "marketing",
  });
  remedy("asks for a template", 131047, { kind: "use-template" });
  remedy("gives up on a person", 131026, { kind: "give-up-on-person" });
  remedy("pauses a template", 132015, { kind: "pause-template" });
  remedy("pauses a number", 131048, { kind: "pause-number" });
  remedy("pauses everything", 190, { kind: "pause-everything" });
  remedy("retries after a moment", 131016, { kind: "retry-after", ms: 5000 });
  remedy("takes 200 to 299 for a missing permission", 294, { kind: "pause-everything" });
  remedy("neither retries nor pauses for a code it does not know", 999_999, {
    kind: "fix-request",
  });

  it("says more where a subcode says more", () => {
    assert.equal(explainError(190, 463).title, "Session has expired");
    assert.equal(explainError(100, 33).title, "Object does not exist");
    assert.equal(explainError(100, 2388046).title, "Name Format is Incorrect");
  });

  it("goes by the code where the subcode is unfamiliar", () => {
    assert.equal(explainError(190, 1).title, "Access token has expired");
  });

  it("says that a code is unfamiliar", () => {
    assert.equal(findExplanation(999_999), null);
    assert.match(explainError(999_999).explain.en, /999999/);
  });

  function remedy(name: string, code: number, expected: Remedy) {
    it(name, () => assert.deepEqual(explainError(code).remedy, expected));
  }
});

describe("the remedy of a refused call with an unfamiliar code", () => {
  check("is to pause everything after a 401", 401, false, { kind: "pause-everything" });
  check("is to slow down after a 429", 429, false, { kind: "slow-down", ms: 60_000 });
  check("is to retry after a 5xx", 503, false, { kind: "retry-after", ms: 60_000 });
  check("is to retry when Meta says it will pass", 400, true, { kind: "retry-after", ms: 60_000 });
  check("is to correct the request otherwise", 400, false, { kind: "fix-request" });

  function check(name: string, status: number, is_transient: boolean, expected: Remedy) {
    it(name, () => {
      const error = new CloudApiError(status, { message: "no", code: 999_999, is_transient });
      assert.deepEqual(error.remedy, expected);
    });
  }
});
