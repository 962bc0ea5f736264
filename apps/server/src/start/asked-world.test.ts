import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { UserError } from "@galka/postgres/user-error";
import { askedWorld } from "./asked-world.ts";

describe("askedWorld", () => {
  it("is the world that is named, and none where none is", () => {
    assert.equal(askedWorld(["--world", "live-recipes"]), "live-recipes");
    assert.equal(askedWorld(["--keep-pages", "--world=order-notices"]), "order-notices");
    assert.equal(askedWorld(["--keep-pages"]), null);
  });

  it("refuses a world that is none, and names those that are", () => {
    assert.throws(
      () => askedWorld(["--world", "moon"]),
      new UserError('There is no world "moon". Worlds: live-recipes, order-notices.'),
    );
  });

  it("refuses what it does not understand, and says what it takes", () => {
    for (const args of [["--word", "live-recipes"], ["--world"], ["live-recipes"]]) {
      assert.throws(() => askedWorld(args), /takes "-- --world NAME" and nothing else/u);
    }
  });
});
