import assert from "node:assert/strict";
import { screen } from "@testing-library/react";
import { describe, it } from "vitest";
import { campaign } from "../../../testing/campaign.ts";
import { show } from "../../../testing/show.tsx";
import { SpeedCurve } from "./SpeedCurve.tsx";

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString();

const COURSE = [
  { at: inMinutes(-2), count: 40 },
  { at: inMinutes(-1), count: 1_200 },
];

describe("SpeedCurve", () => {
  it("draws a bar for each minute with somebody in it, the fullest as high as the picture", async () => {
    await show(<SpeedCurve campaign={running({})} />);
    const heights = [...document.querySelectorAll("rect")].map((it) =>
      Number(it.getAttribute("height")),
    );
    assert.equal(heights.length, 2);
    assert.ok((heights[0] ?? 0) < (heights[1] ?? 0) / 10);
    assert.ok(screen.getByText("at most 1,200"));
  });

  it("says at which pace the rest leaves, and draws it", async () => {
    await show(<SpeedCurve campaign={running({ endsAt: inMinutes(10) })} />);
    assert.ok(screen.getByText(/^240 people are left, about 2\d a minute until the end\.$/u));
    assert.equal(document.querySelectorAll("line").length, 1);
  });

  it("promises no pace while something keeps it", async () => {
    const speed = { perSecond: 0, minutes: COURSE, waitsFor: "first-wave" } as const;
    await show(<SpeedCurve campaign={running({ endsAt: inMinutes(10), speed })} />);
    assert.equal(screen.queryByText(/a minute until the end/u), null);
    assert.equal(document.querySelectorAll("line").length, 0);
  });

  it("is not there before the first message has left", async () => {
    await show(<SpeedCurve campaign={campaign()} />);
    assert.equal(document.querySelector("figure"), null);
  });
});

function running(some: Parameters<typeof campaign>[0]) {
  return campaign({ speed: { perSecond: 20, minutes: COURSE, waitsFor: null }, ...some });
}
