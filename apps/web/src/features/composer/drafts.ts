import { createStore } from "../../sync/store.ts";
import { useStore } from "../../sync/SyncProvider.tsx";

/** What is being written, by conversation. */
export type Drafts = Readonly<Record<string, string>>;

const KEY = "galka.drafts";

const kept = createStore<Drafts>(restore());

/** Unsent words. They survive another conversation, a reload and an error. */
export const drafts = {
  of: (conversationId: string) => kept.get()[conversationId] ?? "",
  write: (conversationId: string, text: string) => {
    const { [conversationId]: _, ...others } = kept.get();
    kept.set(text === "" ? others : { ...others, [conversationId]: text });
    keep(kept.get());
  },
} as const;

export function useDrafts(): Drafts {
  return useStore(kept);
}

function restore(): Drafts {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof parsed !== "object" || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
  } catch {
    return {};
  }
}

function keep(all: Drafts): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // A full or forbidden storage costs the survival of a reload, not the words on the screen.
  }
}
