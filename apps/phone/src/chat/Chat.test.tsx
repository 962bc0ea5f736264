import assert from "node:assert/strict";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, it } from "vitest";
import type { BubbleContent } from "@galka/emulator/wire/control";
import { businessChat, card, media, message, text } from "../testing/builders.ts";
import { fakeEmulator, showChat } from "../testing/emulator-desk.tsx";

describe("a chat shows", () => {
  check("text with its marks", text("It is *important*"), () => {
    assert.equal(screen.getByText("important").tagName, "STRONG");
  });
  check("a photo with its words", media("image", { caption: "Our oven" }), () => {
    assert.ok(screen.getByRole("img", { name: "Our oven" }));
  });
  check("a video", media("video", { caption: "Baking" }), () => {
    assert.ok(screen.getByLabelText("Baking"));
  });
  check("a document with its size", media("document", { filename: "price.pdf" }), () => {
    assert.ok(screen.getByRole("link", { name: /price\.pdf.*PDF.*2 kB/ }));
  });
  check("a voice note that can be played", media("audio", { voice: true }), () => {
    assert.ok(screen.getByRole("button", { name: "Play" }));
    assert.ok(screen.getByText("Not played yet"));
  });
  check("a sticker", media("sticker"), () => {
    assert.ok(screen.getByRole("img", { name: "Sticker" }));
  });
  check(
    "a place",
    { kind: "location", latitude: 52.5, longitude: 13.4, name: "Bakery", address: null },
    () => assert.ok(screen.getByRole("link", { name: "Bakery, open on a map" })),
  );
  check(
    "contact cards",
    {
      kind: "contacts",
      contacts: [{ name: "Jonas Weber", phones: ["+49 1"], emails: [], organization: "Linden" }],
    },
    () => assert.ok(screen.getByText("Jonas Weber")),
  );
  check(
    "what was chosen",
    { kind: "choice", title: "Yes, please", description: null, by: "button", value: "yes" },
    () => assert.ok(screen.getByText("Yes, please")),
  );
  check(
    "what a phone cannot show, honestly",
    { kind: "unsupported", type: "poll_creation" },
    () => {
      assert.ok(screen.getByText("This phone cannot show this kind of message."));
      assert.ok(screen.getByText("poll_creation"));
    },
  );
  check("a deleted message", { kind: "deleted" }, () => {
    assert.ok(screen.getByText("This message was deleted"));
  });
  check(
    "a carousel",
    card({
      cards: [
        { header: null, body: "Rye", actions: [] },
        { header: null, body: "Spelt", actions: [] },
      ],
    }),
    () => assert.ok(screen.getByRole("region", { name: "2 cards to scroll through" })),
  );

  function check(name: string, content: BubbleContent, seen: () => void) {
    it(name, () => {
      fakeEmulator();
      showChat([message({ content })]);
      seen();
    });
  }
});

describe("an open chat", () => {
  it("shows the ticks of what the person wrote in words", () => {
    fakeEmulator();
    showChat([message({ direction: "out", ticks: "read" })]);
    assert.ok(screen.getByText("Read"));
  });

  it("answers with the button that was tapped", async () => {
    const { asked } = fakeEmulator();
    const action = {
      actionId: "a1",
      kind: "reply",
      title: "Yes",
      description: null,
      value: null,
      answers: true,
    } as const;
    showChat([message({ content: card({ actions: [action] }) })]);
    await userEvent.click(screen.getByRole("button", { name: "Yes" }));
    const tap = asked.find((it) => it.path.endsWith("/tap"));
    assert.deepEqual(tap, {
      method: "POST",
      path: "people/anna/messages/m1/tap",
      body: { actionId: "a1" },
    });
  });

  it("shows what was written before the emulator has it, and marks what did not get there", async () => {
    fakeEmulator();
    const store = showChat([]);
    globalThis.fetch = () => Promise.reject(new TypeError("no network"));
    await userEvent.type(screen.getByLabelText("Message to Linden Bakery"), "Hello{Enter}");
    assert.ok(screen.getByText("Hello"));
    await waitFor(() => screen.getByText("Not sent"));
    assert.equal(store.get().pending[0]?.state, "failed");
  });

  it("sends with Enter and settles into the emulator's message", async () => {
    const { asked } = fakeEmulator({
      "POST people/anna/chats/business-1/messages": message({
        id: "m7",
        direction: "out",
        content: text("Hello"),
      }),
    });
    const store = showChat([]);
    await userEvent.type(screen.getByLabelText("Message to Linden Bakery"), "Hello{Enter}");
    await waitFor(() => assert.equal(store.get().pending.length, 0));
    const written = asked.find((it) => it.path.endsWith("/messages") && it.method === "POST");
    assert.deepEqual(written?.body, { content: { kind: "text", body: "Hello" } });
    assert.ok(screen.getByText("Hello"));
  });

  it("quotes the message that is answered", async () => {
    const { asked } = fakeEmulator();
    showChat([message({ content: text("When?") })]);
    await userEvent.click(screen.getByRole("button", { name: "Actions for: When?" }));
    await userEvent.click(screen.getByRole("button", { name: "Reply" }));
    await userEvent.type(screen.getByLabelText("Message to Linden Bakery"), "At five{Enter}");
    const written = asked.find((it) => it.path.endsWith("/messages") && it.method === "POST");
    assert.deepEqual(written?.body, {
      content: { kind: "text", body: "At five" },
      replyTo: "m1",
    });
  });

  it("offers no writing to a business that is blocked", () => {
    fakeEmulator();
    showChat([], businessChat({ blocked: true }));
    assert.ok(screen.getByText("You blocked Linden Bakery. Nothing reaches you from there."));
    assert.equal(screen.queryByLabelText("Message to Linden Bakery"), null);
  });

  it("sends the row chosen from a list", async () => {
    const { asked } = fakeEmulator();
    const row = {
      actionId: "r2",
      kind: "list-row",
      title: "8:00",
      description: "Quiet",
      value: null,
      answers: true,
    } as const;
    const list = { button: "Choose a time", sections: [{ title: "Morning", rows: [row] }] };
    showChat([message({ content: card({ type: "list", list }) })]);
    await userEvent.click(screen.getByRole("button", { name: "Choose a time" }));
    await userEvent.click(screen.getByRole("radio", { name: /8:00/ }));
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    assert.deepEqual(asked.find((it) => it.path.endsWith("/tap"))?.body, { actionId: "r2" });
  });
});

describe("Esc in a chat", () => {
  it("forgets the quote first, then leads back to the chats", async () => {
    fakeEmulator();
    showChat([message({ content: text("When?") })]);
    await userEvent.click(screen.getByRole("button", { name: "Actions for: When?" }));
    await userEvent.click(screen.getByRole("button", { name: "Reply" }));
    const field = screen.getByLabelText("Message to Linden Bakery");
    await waitFor(() => assert.equal(document.activeElement, field));
    await userEvent.keyboard("{Escape}");
    assert.equal(screen.queryByRole("button", { name: "Cancel" }), null);
    await userEvent.keyboard("{Escape}");
    assert.ok(screen.getByRole("heading", { name: "Chats" }));
  });
});
