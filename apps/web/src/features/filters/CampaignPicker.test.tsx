import assert from "node:assert/strict";
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, it } from "vitest";
import { fakeServer } from "../../testing/fake-server.ts";
import { show, turns } from "../../testing/show.tsx";
import { CampaignPicker } from "./CampaignPicker.tsx";

const items = [
  { id: "019a0000-0000-7000-8000-000000000001", name: "Autumn offer", startedAt: null },
  { id: "019a0000-0000-7000-8000-000000000002", name: "Winter hours", startedAt: null },
];

describe("CampaignPicker", () => {
  it("names the chosen campaign and offers the others beside it", async () => {
    const changes: string[][] = [];
    const chosen = [items[0]?.id ?? ""];
    const server = fakeServer({ listCampaignNames: { items } });
    await show(
      <CampaignPicker label="Answered" chosen={chosen} onChange={(to) => changes.push(to)} />,
      server,
    );
    const autumn = await screen.findByRole("button", { name: "Autumn offer" });
    assert.equal(autumn.getAttribute("aria-pressed"), "true");
    await userEvent.click(screen.getByRole("button", { name: "Winter hours" }));
    await userEvent.click(autumn);
    assert.deepEqual(changes, [items.map(({ id }) => id), []]);
  });

  it("asks for what is typed", async () => {
    const server = fakeServer({ listCampaignNames: { items: [] } });
    await show(<CampaignPicker label="Answered" chosen={[]} onChange={() => {}} />, server);
    await userEvent.type(screen.getByRole("searchbox", { name: "Answered" }), "wint");
    await act(turns);
    assert.match(JSON.stringify(server.calls.at(-1)?.input), /"part":"wint"/u);
  });
});
