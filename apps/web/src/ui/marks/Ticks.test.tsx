import assert from "node:assert/strict";
import { screen } from "@testing-library/react";
import { describe, it } from "vitest";
import { show } from "../../testing/show.tsx";
import { Ticks } from "./Ticks.tsx";

describe("Ticks", () => {
  it("draw accepted and sent alike, and every other state in its own shape", async () => {
    const states = ["queued", "unknown", "sent", "delivered", "read", "played", "failed"] as const;
    await show(
      <>
        {states.map((status) => (
          <Ticks key={status} status={status} />
        ))}
        <Ticks status="accepted" />
      </>,
    );
    const drawn = screen.getAllByRole("img").map((mark) => mark.innerHTML);
    assert.equal(new Set(drawn.slice(0, 7)).size, 7);
    assert.equal(drawn[7], drawn[2]);
  });

  it("say their meaning in words", async () => {
    await show(<Ticks status="unknown" />, undefined, "ru");
    assert.ok(screen.getByRole("img", { name: /Неизвестно/ }));
  });

  it("show nothing for a message that came in", async () => {
    await show(<Ticks status="received" />);
    assert.equal(screen.queryByRole("img"), null);
  });
});
