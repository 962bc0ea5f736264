import type { JsonObject } from "./wire/json.ts";

/**
 * Reads a value nobody has vouched for: the value in its proper type, or undefined.
 *
 * Readers copy what they know and leave the rest in `raw`. They look at own keys only, so a
 * body with a key like `__proto__` or `constructor` is a body like any other.
 */
export type Reader<T> = (value: unknown) => T | undefined;

type Readers = { readonly [key: string]: Reader<unknown> };
type Read<R> = R extends Reader<infer T> ? T : never;
type ObjectOf<Required extends Readers, Optional extends Readers> = {
  readonly [Key in keyof Required]: Read<Required[Key]>;
} & { readonly [Key in keyof Optional]?: Read<Optional[Key]> };

/** Whether `value` is an object and not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own property `key` of `object`; what it inherits does not count. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A string. Numbers are taken too: Meta prints some ids as numbers in some examples. */
export function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : undefined;
}

/** A string that names something, so it must not be empty. */
export function id(value: unknown): string | undefined {
  return text(value) || undefined;
}

/** A number, or a string that is one. */
export function number(value: unknown): number | undefined {
  if (typeof value === "string" && value.trim() === "") return undefined;
  const read = typeof value === "string" ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : undefined;
}

/** A number or a string, as it is. */
export function numberOrText(value: unknown): number | string | undefined {
  return typeof value === "string" ? value : number(value);
}

/** A boolean. */
export function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** An object whose inside is left as it is. */
export function anyObject(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** One of `words`, written exactly so. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Reader<Word> {
  return (value) => words.find((word) => word === value);
}

/** What `read` reads, or null. */
export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : read(value));
}

/** The members of an array that `read` can read. An array of none of them is empty, not absent. */
export function list<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    return value.map((member) => read(member)).filter((member) => member !== undefined);
  };
}

/** An object: unreadable without each of `required`, readable without any of `optional`. */
export function object<R extends Readers, O extends Readers>(
  required: R,
  optional: O,
): Reader<ObjectOf<R, O>> {
  const needed = Object.entries(required);
  const welcome = Object.entries(optional);
  return (value) => {
    if (!isObject(value)) return undefined;

    const found: { [key: string]: unknown } = {};
    for (const [key, read] of needed) {
      const part = read(own(value, key));
      if (part === undefined) return undefined;
      found[key] = part;
    }
    for (const [key, read] of welcome) {
      const part = read(own(value, key));
      if (part !== undefined) found[key] = part;
    }
    // The compiler cannot follow that each key was read by its own reader.
    return found as ObjectOf<R, O>;
  };
}

const LATEST_SECONDS = Date.UTC(2100, 0, 1) / 1000;

/**
 * The instant of a UNIX timestamp in seconds, a string or a number; null when it is not one.
 *
 * A value beyond the year 2100 is milliseconds or nonsense, and no instant of a message.
 */
export function instant(value: unknown): Date | null {
  const seconds = typeof value === "string" && !/^\d+$/.test(value) ? undefined : number(value);
  if (seconds === undefined || seconds < 0 || seconds > LATEST_SECONDS) return null;
  return new Date(seconds * 1000);
}

/**
 * An answer of Meta's, taken as it is once the keys a caller stands on are checked.
 *
 * For answers to our own calls only: what comes by webhook is copied key by key instead.
 */
export function answer<T extends object>(keys: {
  readonly [Key in keyof T]?: Reader<unknown>;
}): Reader<T> {
  const needed = Object.entries<Reader<unknown> | undefined>(keys);
  return (value) => {
    if (!isObject(value)) return undefined;
    const complete = needed.every(
      ([key, read]) => read === undefined || read(own(value, key)) !== undefined,
    );
    // The keys named are checked; for the optional ones Meta's reference is believed.
    return complete ? (value as unknown as T) : undefined;
  };
}
