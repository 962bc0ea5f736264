import assert from "node:assert/strict";
import type { CampaignPlanJson } from "@galka/contract/json/campaigns/plan";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, it } from "vitest";
import { fakeServer } from "../../../../testing/fake-server.ts";
import { show } from "../../../../testing/show.tsx";
import { USUAL_WAVE } from "../../empty-draft.ts";
import { LimitFields } from "./LimitFields.tsx";

type Wave = NonNullable<CampaignPlanJson["firstWave"]>;

const LIMITS = {
  signs: [
    { sign: "failed", usual: 0.085, limit: 0.171 },
    { sign: "read", usual: null, limit: 0 },
  ],
} as const;

describe("LimitFields", () => {
  it("show what counts where nothing is set, as the language writes it, and what is usual", async () => {
    await show(<Fields onWave={() => {}} />, server(), "ru");
    assert.ok(await screen.findByText(/^Здесь обычно: 8,5/u));
    const failed = screen.getByRole("spinbutton", { name: /^Не доставлено/u });
    assert.equal(failed.getAttribute("placeholder"), "17,1");
  });

  it("show no limit of reading while nothing is known of it", async () => {
    await show(<Fields onWave={() => {}} />, server());
    const read = screen.getByRole("spinbutton", { name: /^Read/u });
    assert.equal(read.getAttribute("placeholder"), "");
  });

  it("keep what is typed as a share, at most all of them", async () => {
    const waves: Wave[] = [];
    await show(<Fields onWave={(wave) => waves.push(wave)} />, server());
    const failed = screen.getByRole("spinbutton", { name: /^Failed/u });
    await userEvent.type(failed, "2.5");
    assert.deepEqual(waves.at(-1)?.limits, { failed: 0.025 });
    await userEvent.clear(failed);
    await userEvent.type(failed, "250");
    assert.deepEqual(waves.at(-1)?.limits, { failed: 1 });
  });

  it("leave nothing behind when the last limit is taken away", async () => {
    const waves: Wave[] = [];
    await show(<Fields onWave={(wave) => waves.push(wave)} />, server());
    const optedOut = screen.getByRole("spinbutton", { name: /^Opted out/u });
    await userEvent.type(optedOut, "3");
    await userEvent.clear(optedOut);
    assert.deepEqual(waves.at(-1), USUAL_WAVE);
  });
});

function server() {
  return fakeServer({ getWaveLimits: { signs: [...LIMITS.signs] } });
}

function Fields({ onWave }: { readonly onWave: (wave: Wave) => void }) {
  const [wave, setWave] = useState<Wave>(USUAL_WAVE);
  return (
    <LimitFields
      wave={wave}
      onChange={(next) => {
        setWave(next);
        onWave(next);
      }}
    />
  );
}
