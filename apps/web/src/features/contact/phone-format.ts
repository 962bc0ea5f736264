import { createStore } from "../../sync/store.ts";
import { useStore } from "../../sync/SyncProvider.tsx";

type Format = (digits: string) => string;

const format = createStore<Format | null>(null);

/** Fetches how each country writes its numbers. Much data, so it comes after the page's first code, not with it. */
export async function loadPhoneFormat(): Promise<void> {
  if (format.get()) return;
  const { parsePhoneNumberFromString } = await import("libphonenumber-js/min");
  format.set(
    (digits) => parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`,
  );
}

/** A phone number of digits alone, as it is written in its country once that is known. */
export function phoneText(digits: string): string {
  // Masked for whoever may not see all of it.
  if (!/^\d+$/u.test(digits)) return digits;
  return format.get()?.(digits) ?? `+${digits}`;
}

/** For components that show numbers: they are shown anew when it is known how. */
export function usePhoneFormat(): void {
  useStore(format);
}
