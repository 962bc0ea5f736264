import { z } from "zod";

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Only the keys that have a value, so that spreading them changes nothing else. */
export function given<T extends object>(patch: T): Partial<Given<T>> {
  return z
    .custom<Partial<Given<T>>>()
    .parse(Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)));
}
