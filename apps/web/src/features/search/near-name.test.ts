import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { nearName } from "./near-name.ts";

describe("nearName", () => {
  check("knows the beginning of a name", "Ana María", "ana", 0);
  check("knows the beginning of any word of it, without its marks", "Ana María", "maria", 1);
  check("knows a part of it", "Kuznetsova", "net", 2);
  check("forgives a letter that is wrong", "Kuznetsova", "kuzmetsova", 3);
  check("forgives two letters that changed places", "Murphy", "Mruphy", 3);
  check("forgives a missing letter in Russian", "Кузнецова", "кузнцова", 3);
  check("takes ё for е", "Семён", "семен", 0);
  check("forgives nothing in three letters", "Ana", "ano", null);
  check("does not take another name for it", "Murphy", "Mateo", null);

  function check(what: string, name: string, typed: string, fits: number | null) {
    it(what, () => assert.equal(nearName(name, typed), fits));
  }
});
