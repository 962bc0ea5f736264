/** A place in a text; lines and columns begin at 1. */
export type Place = { readonly line: number; readonly column: number };

/** From the first character to the last one, both included. */
export type Span = { readonly start: Place; readonly end: Place };

/** A property of an object, with the place of its name. */
export type Member = { readonly key: string; readonly keySpan: Span; readonly node: JsonNode };

/** A JSON value that knows where it stands in its text. */
export type JsonNode = Span & {
  readonly value: unknown;
  /** Of an object. */
  readonly members: readonly Member[];
  /** Of an array. */
  readonly items: readonly JsonNode[];
};

/** The text is not JSON; the place is that of the first character that does not belong there. */
export class JsonSyntaxError extends Error {
  override readonly name = "JsonSyntaxError";
  readonly place: Place;

  constructor(place: Place) {
    super(`Not JSON at line ${place.line}, column ${place.column}`);
    this.place = place;
  }
}

/** Deeper nesting than any real file has. */
const DEPTH_MAX = 200;

/**
 * Reads JSON and keeps the place of every value and name, which the parser of
 * the language forgets.
 *
 * @throws JsonSyntaxError
 */
export function parsePositions(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

class Reader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): JsonNode {
    this.#blank();
    if (depth > DEPTH_MAX) throw this.#wrong();
    const letter = this.#text[this.#at];
    if (letter === "{") return this.#object(depth);
    if (letter === "[") return this.#array(depth);
    return this.#scalar();
  }

  end(): void {
    this.#blank();
    if (this.#at < this.#text.length) throw this.#wrong();
  }

  #object(depth: number): JsonNode {
    const start = this.#place();
    const members: Member[] = [];
    this.#at += 1;
    this.#blank();
    if (!this.#take("}")) {
      do {
        this.#blank();
        if (this.#text[this.#at] !== '"') throw this.#wrong();
        const key = this.#scalar();
        this.#blank();
        this.#expect(":");
        const node = this.value(depth + 1);
        const keySpan = { start: key.start, end: key.end };
        members.push({ key: String(key.value), keySpan, node });
        this.#blank();
      } while (this.#take(","));
      this.#expect("}");
    }
    const value = Object.fromEntries(members.map((it) => [it.key, it.node.value]));
    return { start, end: this.#before(), value, members, items: [] };
  }

  #array(depth: number): JsonNode {
    const start = this.#place();
    const items: JsonNode[] = [];
    this.#at += 1;
    this.#blank();
    if (!this.#take("]")) {
      do {
        items.push(this.value(depth + 1));
        this.#blank();
      } while (this.#take(","));
      this.#expect("]");
    }
    const value = items.map((it) => it.value);
    return { start, end: this.#before(), value, members: [], items };
  }

  /** A text, a number or a word; the parser of the language says what it means. */
  #scalar(): JsonNode {
    const start = this.#place();
    const pattern = /"(?:[^"\\\n\r]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
    pattern.lastIndex = this.#at;
    const token = pattern.exec(this.#text)?.[0];
    if (token === undefined) throw this.#wrong();
    const value = this.#meaning(token);
    this.#at += token.length;
    return { start, end: this.#before(), value, members: [], items: [] };
  }

  #meaning(token: string): unknown {
    try {
      const value: unknown = JSON.parse(token);
      return value;
    } catch {
      throw this.#wrong();
    }
  }

  #blank(): void {
    for (;;) {
      const letter = this.#text[this.#at];
      if (letter === "\n") {
        this.#line += 1;
        this.#lineStart = this.#at + 1;
      } else if (letter !== " " && letter !== "\t" && letter !== "\r") return;
      this.#at += 1;
    }
  }

  #take(letter: string): boolean {
    if (this.#text[this.#at] !== letter) return false;
    this.#at += 1;
    return true;
  }

  #expect(letter: string): void {
    if (!this.#take(letter)) throw this.#wrong();
  }

  #place(): Place {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  #before(): Place {
    return { line: this.#line, column: this.#at - this.#lineStart };
  }

  #wrong(): JsonSyntaxError {
    return new JsonSyntaxError(this.#place());
  }
}
