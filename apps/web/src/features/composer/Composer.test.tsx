import assert from "node:assert/strict";
import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, it } from "vitest";
import { channel, conversation } from "../../testing/builders.ts";
import { fakeServer } from "../../testing/fake-server.ts";
import { show, turns } from "../../testing/show.tsx";
import { Composer } from "./Composer.tsx";
import { drafts } from "./drafts.ts";

const OPEN = conversation({ lastInboundAt: new Date(Date.now() - 60_000).toISOString() });
const CLOSED = conversation({ lastInboundAt: new Date(Date.now() - 25 * 3_600_000).toISOString() });

describe("Composer", () => {
  afterEach(() => drafts.write(OPEN.id, ""));

  it("sends on Enter and empties the field", async () => {
    const { server, sync } = await show(composer(OPEN));
    const field = screen.getByRole("textbox", { name: "Message" });
    await userEvent.type(field, "On its way{Enter}");
    await act(turns);

    const sent = server.calls.find(({ name }) => name === "sendMessage");
    assert.match(JSON.stringify(sent?.input), /"text":"On its way"/);
    assert.equal(drafts.of(OPEN.id), "");
    assert.deepEqual(
      sync.outbox.entries.get().map(({ state }) => state),
      ["taken"],
    );
  });

  it("breaks the line on Shift-Enter", async () => {
    const { server } = await show(composer(OPEN));
    await userEvent.type(screen.getByRole("textbox"), "a{Shift>}{Enter}{/Shift}b");
    assert.equal(drafts.of(OPEN.id), "a\nb");
    assert.equal(
      server.calls.some(({ name }) => name === "sendMessage"),
      false,
    );
  });

  it("does not send while a word is still being composed", async () => {
    const { server } = await show(composer(OPEN));
    const field = screen.getByRole("textbox");
    await userEvent.type(field, "あ");
    fireEvent.keyDown(field, { key: "Enter", isComposing: true });
    assert.equal(
      server.calls.some(({ name }) => name === "sendMessage"),
      false,
    );
  });

  it("offers no sending of nothing, and the voice instead", async () => {
    await show(composer(OPEN));
    assert.equal(screen.queryByRole("button", { name: "Send" }), null);
    assert.ok(screen.getByRole("button", { name: "Record a voice note" }));
  });

  it("shows how the formatting will look", async () => {
    await show(composer(OPEN));
    await userEvent.type(screen.getByRole("textbox"), "*now*");
    const preview = await screen.findByRole("region", { name: "As it will look" });
    assert.equal(preview.querySelector("strong")?.textContent, "now");
  });

  it("refuses a text that is too long before the server does", async () => {
    await show(composer(OPEN));
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "a".repeat(4098) } });
    assert.match(screen.getByRole("alert").textContent ?? "", /2 characters too many/);
  });

  it("becomes a template picker when the window has closed", async () => {
    await show(composer(CLOSED));
    assert.equal(screen.queryByRole("textbox"), null);
    await userEvent.click(screen.getByRole("button", { name: "Choose a template" }));
    await userEvent.click(await screen.findByRole("button", { name: /order ready/ }));
    const send = screen.getByRole("button", { name: "Send template" });
    assert.ok(send.hasAttribute("disabled"));
  });

  it("sends a template once it is filled in, and shows it as it will look", async () => {
    const { server } = await show(composer(CLOSED));
    await userEvent.click(screen.getByRole("button", { name: "Choose a template" }));
    await userEvent.click(await screen.findByRole("button", { name: /order ready/ }));
    await userEvent.type(screen.getByLabelText("Value for 1"), "Anna");
    await userEvent.type(screen.getByLabelText("Value for 2"), "114");
    assert.match(document.body.textContent ?? "", /Hello Anna, your order 114 is ready/);
    await userEvent.click(screen.getByRole("button", { name: "Send template" }));
    await act(turns);
    const sent = server.calls.find(({ name }) => name === "sendMessage");
    assert.match(JSON.stringify(sent?.input), /"body":\{"1":"Anna","2":"114"\}/);
  });

  it("says why nothing can be sent from a paused number", async () => {
    const paused = fakeServer({
      getSnapshot: {
        seq: 10,
        members: [],
        channels: [channel({ status: "paused" })],
        conversations: [OPEN],
        nextConversations: null,
        unreadConversations: 0,
      },
    });
    await show(composer(OPEN), paused);
    assert.ok(screen.getByText(/This number is paused/));
  });
});

function composer(of: typeof OPEN) {
  return <Composer conversation={of} replyTo={null} onReplyDone={() => undefined} />;
}
