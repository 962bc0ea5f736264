import { isObject, type JsonObject } from "../json.ts";
import { GraphError, invalidParameter } from "./error.ts";

/** Length bounds of a text. */
export type Bounds = { readonly min?: number; readonly max?: number };

/**
 * An object of a request's body, read with Meta's complaints.
 *
 * The path is printed as Meta prints it: `template['language']['code']`.
 */
export class Params {
  readonly #values: JsonObject;
  readonly #path: string;

  constructor(values: JsonObject, path = "") {
    this.#values = values;
    this.#path = path;
  }

  get values(): JsonObject {
    return this.#values;
  }

  has(key: string): boolean {
    const value = this.#values[key];
    return value !== undefined && value !== null;
  }

  pathOf(key: string): string {
    return this.#path === "" ? key : `${this.#path}['${key}']`;
  }

  /** A text that must be there. */
  text(key: string, bounds: Bounds = {}): string {
    const value = this.optionalText(key, bounds);
    if (value === undefined || (value === "" && bounds.min !== 0)) throw this.missing(key);
    return value;
  }

  optionalText(key: string, bounds: Bounds = {}): string | undefined {
    const value = this.#values[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
      throw invalidParameter(`Param ${this.pathOf(key)} must be a string.`);
    }
    const text = String(value);
    if (bounds.max !== undefined && length(text) > bounds.max) {
      throw invalidParameter(
        `Param ${this.pathOf(key)} must be at most ${bounds.max} characters long.`,
      );
    }
    return text;
  }

  /** A yes or no, in any of the ways that JSON, forms and queries write it. */
  optionalFlag(key: string): boolean | undefined {
    const text = this.optionalText(key)?.toLowerCase();
    if (text === undefined) return undefined;
    if (text === "true" || text === "1") return true;
    if (text === "false" || text === "0") return false;
    throw invalidParameter(`Param ${this.pathOf(key)} must be a boolean.`);
  }

  /** A text from a list of allowed ones; compared without regard to case. */
  oneOf<T extends string>(key: string, allowed: readonly T[], missing?: T): T {
    const given = this.#values[key];
    if ((given === undefined || given === null) && missing !== undefined) return missing;
    const value = this.text(key);
    const found = allowed.find((it) => it.toLowerCase() === value.toLowerCase());
    if (found !== undefined) return found;
    const list = allowed.map((it) => it.toUpperCase()).join(", ");
    throw invalidParameter(`Param ${this.pathOf(key)} must be one of {${list}} - got "${value}".`);
  }

  object(key: string): Params {
    const value = this.#values[key];
    if (value === undefined || value === null) throw this.missing(key);
    if (!isObject(value))
      throw invalidParameter(`Param ${this.pathOf(key)} must be a JSON object.`);
    return new Params(value, this.pathOf(key));
  }

  optionalObject(key: string): Params | undefined {
    return this.has(key) ? this.object(key) : undefined;
  }

  /** A list that must be there, of objects only. */
  objects(key: string): readonly Params[] {
    const value = this.#values[key];
    if (value === undefined || value === null) throw this.missing(key);
    if (!Array.isArray(value))
      throw invalidParameter(`Param ${this.pathOf(key)} must be an array.`);
    return value.map((item, index) => {
      const path = `${this.pathOf(key)}[${index}]`;
      if (!isObject(item)) throw invalidParameter(`Param ${path} must be a JSON object.`);
      return new Params(item, path);
    });
  }

  optionalObjects(key: string): readonly Params[] {
    return this.has(key) ? this.objects(key) : [];
  }

  missing(key: string): GraphError {
    return invalidParameter(`The parameter ${this.pathOf(key)} is required.`);
  }
}

/** Characters as people count them: an emoji of one code point is one. */
export function length(text: string): number {
  return Array.from(text).length;
}

/** Meta's 131009 with the reason in `details`. */
export function notValid(details: string): GraphError {
  return new GraphError({ code: 131009, details });
}

/** Meta's 131008 with the reason in `details`. */
export function requiredMissing(details: string): GraphError {
  return new GraphError({ code: 131008, details });
}
