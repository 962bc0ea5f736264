import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { findEmoji, type Emoji } from "../emoji/emoji-data.ts";
import { barsOf, WAVE_BARS } from "../voice/use-wave.ts";
import { parseCoordinates } from "./coordinates.ts";
import { mediaKindOf } from "./media-kind.ts";

describe("parseCoordinates", () => {
  it("reads what a map gives", () => {
    assert.deepEqual(parseCoordinates("52.52, -13.405"), { latitude: 52.52, longitude: -13.405 });
  });
  it("refuses what is not on Earth", () => assert.equal(parseCoordinates("99, 10"), null));
  it("refuses words", () => assert.equal(parseCoordinates("Berlin"), null));
});

describe("mediaKindOf", () => {
  check("image/jpeg", "image");
  check("image/svg+xml", "document");
  check("video/mp4", "video");
  check("video/quicktime", "document");
  check("audio/ogg; codecs=opus", "audio");
  check("", "document");

  function check(type: string, kind: string) {
    it(`sends ${type === "" ? "an unknown file" : type} as ${kind}`, () => {
      assert.equal(mediaKindOf(type), kind);
    });
  }
});

describe("findEmoji", () => {
  const all: readonly Emoji[] = [
    { emoji: "🐱", label: "cat face", group: 3, words: "cat face pet" },
    { emoji: "🐶", label: "dog face", group: 3, words: "dog face pet" },
    { emoji: "🐾", label: "paw prints", group: 3, words: "paw prints cat dog" },
  ];
  it("puts names that begin with the word first", () => {
    assert.deepEqual(
      findEmoji(all, "cat", 10).map((it) => it.emoji),
      ["🐱", "🐾"],
    );
  });
  it("wants every word", () => {
    assert.deepEqual(
      findEmoji(all, "pet dog", 10).map((it) => it.emoji),
      ["🐶"],
    );
  });
});

describe("barsOf", () => {
  it("scales the loudest part to the full height", () => {
    const samples = new Float32Array(WAVE_BARS * 10);
    samples[15] = -0.25;
    samples[25] = 0.125;
    const bars = barsOf(samples);
    assert.deepEqual([bars[0], bars[1], bars[2]], [0, 1, 0.5]);
  });
  it("keeps silence silent", () => {
    assert.ok(barsOf(new Float32Array(100)).every((it) => it === 0));
  });
});
