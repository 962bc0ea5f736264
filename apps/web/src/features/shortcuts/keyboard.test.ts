import assert from "node:assert/strict";
import { afterEach, describe, it } from "vitest";
import { putOn } from "./keyboard.ts";
import { SHORTCUTS, type ShortcutName } from "./shortcuts.ts";

let heard: ShortcutName[] = [];
let off: (() => void)[] = [];

describe("the keyboard", () => {
  afterEach(() => {
    for (const stop of off) stop();
    off = [];
    heard = [];
    document.body.innerHTML = "";
  });

  it("hears a key by its place, whatever the layout writes with it", () => {
    listen();
    press({ code: "KeyJ", key: "о" });
    press({ code: "ArrowUp", key: "ArrowUp" });
    assert.deepEqual(heard, ["next", "previous"]);
  });

  it("goes to a place after G, and only at once", () => {
    listen();
    press({ code: "KeyG", key: "g" });
    press({ code: "KeyC", key: "c" });
    press({ code: "KeyC", key: "c" });
    assert.deepEqual(heard, ["go-contacts"]);
  });

  it("leaves letters to the field that is written in, but not Ctrl-K", () => {
    listen();
    document.body.innerHTML = "<textarea></textarea>";
    const field = document.querySelector("textarea") ?? document.body;
    press({ code: "KeyJ", key: "j" }, field);
    press({ code: "KeyK", key: "k", ctrlKey: true }, field);
    assert.deepEqual(heard, ["search"]);
  });

  it("gives a key to the innermost who asked for it", () => {
    listen();
    off.push(putOn("leave", () => heard.push("open")));
    press({ code: "Escape", key: "Escape" });
    assert.deepEqual(heard, ["open"]);
  });
});

function listen(): void {
  off = SHORTCUTS.map(({ name }) => putOn(name, () => heard.push(name)));
}

function press(init: KeyboardEventInit, target: Element = document.body): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }));
}
