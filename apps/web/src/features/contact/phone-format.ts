import { createStore } from "../../sync/store.ts";
import { useStore } from "../../sync/SyncProvider.tsx";

type Format = (digits: string) => string;

const format = createStore<Format | null>(null);

let asked: Promise<void> | null = null;

/** Fetches how each country writes its numbers. Much data, and most people are shown by their names. */
export function loadPhoneFormat(): Promise<void> {
  asked ??= fetchFormat();
  return asked;
}

async function fetchFormat(): Promise<void> {
  const { parsePhoneNumberFromString } = await import("libphonenumber-js/min");
  format.set(
    (digits) => parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`,
  );
}

/** A phone number of digits alone, as it is written in its country once that is known: the first one asks for it. */
export function phoneText(digits: string): string {
  // Masked for whoever may not see all of it.
  if (!/^\d+$/u.test(digits)) return digits;
  const write = format.get();
  if (write) return write(digits);
  // Without a line the number stays as it is.
  loadPhoneFormat().catch(() => (asked = null));
  return `+${digits}`;
}

/** For components that show numbers: they are shown anew when it is known how. */
export function usePhoneFormat(): void {
  useStore(format);
}
