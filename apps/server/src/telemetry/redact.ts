/** Names under which nothing is ever written down: what people say, and what opens doors. */
const SECRET_NAME =
  /token|secret|password|authorization|cookie|^body$|^text$|^content$|^caption$|^payload$|^pin$|^query$|^url$/i;

/** Names of what is a number that somebody can be called at. */
const PHONE_NAME = /phone(?!numberid)|recipient|wa_?id|^to$|^from$/i;

const DEEPEST = 4;

/** `facts` as they may be written down. */
export function redactFacts(facts: object): object {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, redact(name, value, 1)]),
  );
}

function redact(name: string, value: unknown, depth: number): unknown {
  if (SECRET_NAME.test(name)) return "[not logged]";
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "string") return PHONE_NAME.test(name) ? shortened(value) : scrub(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "[deeper]";
  if (Array.isArray(value)) return value.slice(0, 20).map((it) => redact(name, it, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [key, redact(key, it, depth + 1)]),
  );
}

/** What went wrong and where, without what it went wrong with: a database's error quotes the row. */
function describeError(error: Error): object {
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return {
    name: error.name,
    ...code,
    message: scrub(error.message).slice(0, 500),
    stack: (error.stack ?? "")
      .split("\n")
      .slice(1, 9)
      .map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

/** Takes out of a text what looks like a token of Meta's, or a phone number. */
function scrub(text: string): string {
  return text
    .replace(/\bEA[A-Za-z0-9]{20,}\b/g, "[token]")
    .replace(/\b(Bearer|access_token=)\s*\S+/gi, "$1 [token]")
    .replace(/(?<![\w-])\+?\d{10,15}(?![\w-])/g, shortened);
}

/** Enough to tell two apart, too little to call: the last four digits. */
function shortened(phone: string): string {
  return phone.length <= 4 ? phone : `…${phone.slice(-4)}`;
}
