/** Reading JSON that somebody else wrote, without believing any of it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under `key`, or nothing when something else is there. */
export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = object[key];
  return isObject(value) ? value : undefined;
}

/** The text under `key`; a number is read as its digits, since form fields have no numbers. */
export function textAt(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

export function listAt(object: JsonObject, key: string): readonly unknown[] {
  const value = object[key];
  return Array.isArray(value) ? value : [];
}

/** A list of words however the caller wrote it: as a list, as JSON in a text, or with commas. */
export function wordsAt(object: JsonObject, key: string): readonly string[] {
  const value = object[key];
  const list = typeof value === "string" && value.startsWith("[") ? parseJson(value) : value;
  const words = Array.isArray(list) ? list.map(String) : (textAt(object, key)?.split(",") ?? []);
  return words.map((it) => it.trim()).filter((it) => it !== "");
}

/** The objects of the list under `key`; whatever else is in it is left out. */
export function objectsAt(object: JsonObject, key: string): readonly JsonObject[] {
  return listAt(object, key).filter(isObject);
}

/** `undefined` when `text` is not JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Parses JSON that must be an object; anything else becomes an empty one. */
export function parseObject(text: string): JsonObject {
  const value = parseJson(text);
  return isObject(value) ? value : {};
}

/** A copy without the keys whose value is `undefined`. */
export function compact(object: JsonObject): JsonObject {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object)) if (object[key] !== undefined) copy[key] = object[key];
  return copy;
}
