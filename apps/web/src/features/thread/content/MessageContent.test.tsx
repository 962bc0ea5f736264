import assert from "node:assert/strict";
import { screen } from "@testing-library/react";
import { describe, it } from "vitest";
import { message, text } from "../../../testing/builders.ts";
import { EVERY_KIND } from "../../../testing/every-kind.ts";
import { show } from "../../../testing/show.tsx";
import { MessageContent } from "./MessageContent.tsx";

describe("MessageContent", () => {
  for (const each of EVERY_KIND) {
    it(`shows ${each.content.kind} ${each.id}, ${each.status}`, async () => {
      await show(<MessageContent message={each} foot={<span>{"10:02"}</span>} />);
      assert.ok(screen.getByText("10:02"));
      assert.ok((document.body.textContent ?? "").length > "10:02".length || hasPicture());
    });
  }

  it("keeps the words of a deleted message to itself", async () => {
    const deleted = message({ content: text("secret"), deletedAt: "2026-11-22T12:00:00.000Z" });
    await show(<MessageContent message={deleted} foot={null} />);
    assert.equal(screen.queryByText("secret"), null);
    assert.ok(screen.getByText("This message was deleted"));
  });

  it("never takes a text as HTML, and lets a link out with care", async () => {
    const hostile = message({ content: text("<img src=x onerror=alert(1)> https://example.com") });
    await show(<MessageContent message={hostile} foot={null} />);
    assert.equal(document.querySelector("img"), null);
    const link = screen.getByRole("link");
    assert.equal(link.getAttribute("rel"), "noopener noreferrer nofollow");
  });

  it("keeps what came of an unknown kind at hand", async () => {
    const unknown = message({ content: { kind: "unknown", what: "hologram", raw: { depth: 3 } } });
    await show(<MessageContent message={unknown} foot={null} />);
    assert.ok(screen.getByText(/hologram/));
    assert.match(document.querySelector("pre")?.textContent ?? "", /"depth": 3/);
  });
});

function hasPicture(): boolean {
  return document.querySelector("img,video,audio") !== null;
}
