import assert from "node:assert/strict";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, it } from "vitest";
import { createStore } from "../state/store.ts";
import { businessChat, person } from "../testing/builders.ts";
import { fakeEmulator, phonesWith, show } from "../testing/emulator-desk.tsx";
import { Phone } from "./Phone.tsx";

const CHAT = "people/anna/chats/business-1";

describe("what a person can do about a business", () => {
  it("is to report it with a reason, and to block it as well", async () => {
    const { asked } = await openCard();
    await userEvent.click(await screen.findByRole("button", { name: "Report Linden Bakery" }));
    await userEvent.click(screen.getByRole("radio", { name: "I did not sign up" }));
    await userEvent.click(screen.getByRole("button", { name: "Report" }));
    await waitFor(() =>
      assert.deepEqual(
        asked.filter(({ path }) => path === `${CHAT}/report` || path === `${CHAT}/block`),
        [
          { method: "POST", path: `${CHAT}/report`, body: { reason: "DIDNT_SIGN_UP" } },
          { method: "PUT", path: `${CHAT}/block`, body: null },
        ],
      ),
    );
  });

  it("is to report it and go on hearing of it", async () => {
    const { asked } = await openCard();
    await userEvent.click(await screen.findByRole("button", { name: "Report Linden Bakery" }));
    await userEvent.click(screen.getByRole("switch", { name: "Block as well" }));
    await userEvent.click(screen.getByRole("button", { name: "Report" }));
    await waitFor(() => assert.ok(asked.some(({ path }) => path === `${CHAT}/report`)));
    // What follows from the answer has been asked by the time of the next key.
    await userEvent.tab();
    assert.equal(
      asked.some(({ path }) => path === `${CHAT}/block`),
      false,
    );
  });

  it("is to stop its marketing", async () => {
    const { asked } = await openCard();
    await userEvent.click(await screen.findByRole("switch", { name: "Offers and announcements" }));
    await waitFor(() =>
      assert.deepEqual(
        asked.filter(({ path }) => path === `${CHAT}/marketing`).map(({ method }) => method),
        ["DELETE"],
      ),
    );
  });

  /** Every answer is the chat itself, so that what was asked for does not change what is seen. */
  async function openCard() {
    const chat = businessChat();
    const emulator = fakeEmulator({
      [`GET ${CHAT}/standing`]: { marketingStopped: false },
      [`POST ${CHAT}/report`]: chat,
      [`PUT ${CHAT}/block`]: chat,
      [`DELETE ${CHAT}/marketing`]: chat,
    });
    show(createStore(phonesWith([], chat)), <Phone person={person()} startWith={chat.id} />);
    await userEvent.click(await screen.findByRole("button", { name: /Show the card/u }));
    return emulator;
  }
});
