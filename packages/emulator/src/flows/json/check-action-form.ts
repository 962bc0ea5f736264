import type { SchemaCheck } from "./check-schema.ts";
import { type Found, memberOf, spotOf, textOf } from "./report.ts";
import { isAtLeast } from "./versions.ts";

const KEYS: readonly string[] = ["name", "payload", "next", "url"];

/** Checks the form of an action; what it leads to is looked at later. */
export function checkAction(check: SchemaCheck, action: Found, allowed: readonly string[]): void {
  const { report, version } = check;
  for (const { key, keySpan } of action.node.members) {
    if (KEYS.includes(key)) continue;
    report.add("INVALID_PROPERTY_KEY", `Property "${key}" cannot be specified at an action.`, {
      path: [...action.path, key],
      span: keySpan,
    });
  }
  const name = memberOf(action, "name");
  if (name === undefined) return missingAt(check, action, "name");
  const late = ["open_url", "update_data"];
  const known = allowed.filter((it) => !late.includes(it) || isAtLeast(version, "6.0"));
  const word = String(name.node.value);
  if (!known.includes(word)) {
    report.add(
      "INVALID_ENUM_VALUE",
      `Value should be one of: [${known.join(", ")}].`,
      spotOf(name),
    );
    return;
  }
  if (word === "open_url" && textOf(action, "url") === undefined) missingAt(check, action, "url");
  if (word === "navigate") checkNext(check, action);
}

function checkNext(check: SchemaCheck, action: Found): void {
  const next = memberOf(action, "next");
  if (next === undefined) return missingAt(check, action, "next");
  if (textOf(next, "name") === undefined) missingAt(check, next, "name");
  const type = memberOf(next, "type");
  if (type === undefined) missingAt(check, next, "type");
  else if (type.node.value !== "screen") {
    check.report.add("INVALID_ENUM_VALUE", "Value should be one of: [screen].", spotOf(type));
  }
}

function missingAt(check: SchemaCheck, found: Found, key: string): void {
  check.report.add(
    "MISSING_REQUIRED_TYPE_PROPERTY",
    `Required property '${key}' is missing.`,
    spotOf(found),
  );
}
