import assert from "node:assert/strict";
import type { AudiencePartJson } from "@galka/contract/json/people/audience";
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, it } from "vitest";
import { NOON } from "../../../../testing/builders.ts";
import { fakeServer } from "../../../../testing/fake-server.ts";
import { show, turns } from "../../../../testing/show.tsx";
import { AudienceParts } from "./AudienceParts.tsx";

const list = { description: "", createdAt: NOON, columns: [], importId: null };
const REGULARS = { ...list, id: "019a0000-0000-7000-8000-000000000001", name: "Regulars" };
const FAIR = {
  ...list,
  id: "019a0000-0000-7000-8000-000000000002",
  name: "Fair",
  importId: "import-1",
};

describe("AudienceParts", () => {
  it("offers lists and files apart, and adds what is chosen with the number of its people", async () => {
    const { parts } = await shown();
    assert.equal(screen.queryByRole("combobox", { name: /Add a segment/u }), null);
    await userEvent.selectOptions(combobox(/Add a list/u), "Regulars");
    await act(turns);
    assert.deepEqual(parts(), [{ from: "list", listId: REGULARS.id }]);
    assert.ok(screen.getByText("1,240 people"));
    // What is in it already is not offered again.
    assert.equal(screen.queryByRole("combobox", { name: /Add a list/u }), null);
    await userEvent.selectOptions(combobox(/Add a file/u), "Fair");
    assert.deepEqual(parts().at(-1), { from: "list", listId: FAIR.id });
  });

  it("takes a part away again", async () => {
    const { parts } = await shown([{ from: "list", listId: REGULARS.id }]);
    await userEvent.click(screen.getByRole("button", { name: /Regulars/u }));
    assert.deepEqual(parts(), []);
    assert.ok(combobox(/Add a list/u));
  });

  it("says of a list that is gone that it is", async () => {
    await shown([{ from: "list", listId: "019a0000-0000-7000-8000-00000000000f" }]);
    assert.ok(screen.getByText(/^No longer there/u));
  });
});

function combobox(name: RegExp): HTMLElement {
  return screen.getByRole("combobox", { name });
}

async function shown(start: readonly AudiencePartJson[] = []) {
  let now = start;
  function Parts() {
    const [parts, setParts] = useState(start);
    const change = (next: readonly AudiencePartJson[]) => {
      now = next;
      setParts(next);
    };
    return <AudienceParts title="Write to" parts={parts} onChange={change} />;
  }
  const server = fakeServer({
    listSegments: { items: [] },
    listAudienceLists: { items: [REGULARS, FAIR] },
    countAudience: { number: { exact: true, count: 1_240 } },
  });
  await show(<Parts />, server);
  await act(turns);
  return { parts: () => now };
}
