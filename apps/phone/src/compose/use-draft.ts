import { useState } from "react";
import type { ThreadKey } from "../state/model.ts";

const PREFIX = "galka.phones.draft.";

/** What is being written in a chat; it survives leaving the chat and reloading the page. */
export function useDraft(key: ThreadKey): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => stored(key));
  return [
    text,
    (next) => {
      setText(next);
      store(key, next);
    },
  ];
}

function stored(key: ThreadKey): string {
  try {
    return sessionStorage.getItem(PREFIX + key) ?? "";
  } catch {
    return "";
  }
}

function store(key: ThreadKey, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, text);
  } catch {
    return;
  }
}
