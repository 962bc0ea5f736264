import { useMe } from "../../api/me.ts";
import { createStore } from "../../sync/store.ts";
import { useStore } from "../../sync/SyncProvider.tsx";
import { ROOMY, useMedia } from "../../ui/use-media.ts";

const KEY = "galka.phone";

const wanted = createStore(readWanted());

export type PhoneDock = {
  /** A demo on a screen that has room for a phone. */
  readonly available: boolean;
  readonly shown: boolean;
  readonly url: string | null;
  readonly toggle: () => void;
};

/** The simulated phone beside the inbox: there in a demo unless the member put it away. */
export function usePhoneDock(): PhoneDock {
  const { phonesUrl } = useMe();
  const roomy = useMedia(ROOMY);
  const isWanted = useStore(wanted);
  const available = phonesUrl !== null && roomy;
  return { available, shown: available && isWanted, url: phonesUrl, toggle };
}

function toggle(): void {
  wanted.update((before) => !before);
  try {
    localStorage.setItem(KEY, wanted.get() ? "shown" : "hidden");
  } catch {
    // Not kept; it is asked for again next time.
  }
}

function readWanted(): boolean {
  try {
    return localStorage.getItem(KEY) !== "hidden";
  } catch {
    return true;
  }
}
