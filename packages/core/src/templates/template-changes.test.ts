import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type TemplateState, changedAspects, isRewording } from "./template-changes.ts";

const state: TemplateState = {
  header: { kind: "image", sample: { from: "meta", url: "https://one.example" } },
  body: "Your order is ready.",
  footer: null,
  buttons: [{ kind: "url", title: "Track", url: "https://bakery.example" }],
  category: "utility",
  status: "approved",
  rejectedReason: null,
  quality: "green",
};

describe("changedAspects", () => {
  it("finds nothing in the same template with keys in another order and another address of its sample", () => {
    const again: TemplateState = {
      ...state,
      header: { sample: { from: "meta", url: "https://two.example" }, kind: "image" },
      buttons: [{ url: "https://bakery.example", title: "Track", kind: "url" }],
    };
    assert.deepEqual(changedAspects(state, again), []);
  });

  it("tells what Meta does from what an edit does", () => {
    const moved = changedAspects(state, { ...state, category: "marketing", quality: "red" });
    assert.deepEqual([moved, isRewording(moved)], [["category", "quality"], false]);
    const edited = changedAspects(state, { ...state, body: "Your parcel is ready." });
    assert.deepEqual([edited, isRewording(edited)], [["body"], true]);
  });
});
