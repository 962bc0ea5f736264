import { isObject, type JsonObject, objectAt } from "../../json.ts";
import type { FlowView, Screen } from "./flow-view.ts";
import { type Found, memberOf, type Report, spotOf } from "./report.ts";
import { typeName } from "./check-schema.ts";

/** The schema that a screen declares for a part of its data, by its steps. */
export function schemaAt(screen: Screen, steps: readonly string[]): JsonObject | null {
  const data = memberOf(screen.found, "data")?.node.value;
  const [first = "", ...rest] = steps;
  const start = isObject(data) ? objectAt(data, first) : undefined;
  let schema: JsonObject | null = start ?? null;
  for (const step of rest) {
    const inside: JsonObject = schema === null ? {} : (objectAt(schema, "properties") ?? {});
    schema = objectAt(inside, step) ?? null;
  }
  return schema;
}

/** The names that a screen expects data under. */
export function dataNames(screen: Screen): readonly string[] {
  const data = memberOf(screen.found, "data")?.node.value;
  return isObject(data) ? Object.keys(data) : [];
}

/**
 * Checks the data that screens declare: a schema for each name, with an example
 * of the same type.
 *
 * Meta: "Screen Data Model Errors", docs/…/flows/reference/error-codes, read 2026-11.
 */
export function checkDataModels(report: Report, flow: FlowView): void {
  for (const screen of flow.screens) {
    const data = memberOf(screen.found, "data");
    for (const { key } of data?.node.members ?? []) {
      const entry = data === undefined ? undefined : memberOf(data, key);
      if (entry !== undefined) checkEntry(report, entry);
    }
  }
}

function checkEntry(report: Report, entry: Found): void {
  checkSchemaOf(report, entry);
  for (const { key } of entry.node.members) {
    if (key === "__example__") continue;
    const inside = memberOf(entry, key);
    if (inside !== undefined) checkNoExample(report, inside);
  }
  const type = memberOf(entry, "type")?.node.value;
  const example = memberOf(entry, "__example__");
  if (example === undefined || typeof type !== "string") return;
  const actual = typeName(example.node.value);
  if (actual === type || (type === "integer" && actual === "number")) return;
  invalid(
    report,
    example,
    `Invalid data model schema. Expected property '__example__' to be of type ${type}, but found ${actual}.`,
  );
}

function checkSchemaOf(report: Report, schema: Found): void {
  const type = memberOf(schema, "type");
  if (type === undefined)
    return invalid(report, schema, "Missing the definition of property 'type'.");
  if (typeof type.node.value !== "string") {
    return invalid(report, type, "Expected the property 'type' to be of type string.");
  }
  if (type.node.value === "array") checkItems(report, schema);
  const properties = memberOf(schema, "properties");
  for (const { key } of properties?.node.members ?? []) {
    if (key === "__example__" || properties === undefined) continue;
    const inside = memberOf(properties, key);
    if (inside !== undefined) checkSchemaOf(report, inside);
  }
}

function checkItems(report: Report, schema: Found): void {
  const items = memberOf(schema, "items");
  if (items === undefined) {
    return invalid(report, schema, "Missing the schema for property 'items' in array.");
  }
  const { value } = items.node;
  if (typeof value === "boolean") return;
  if (!isObject(value)) {
    return invalid(report, items, "Expected the property 'items' to be of type boolean or object.");
  }
  checkSchemaOf(report, items);
}

function checkNoExample(report: Report, found: Found): void {
  for (const { key } of found.node.members) {
    const inside = memberOf(found, key);
    if (inside === undefined) continue;
    if (key === "__example__") {
      const path = inside.path.join("/");
      invalid(
        report,
        inside,
        `Property '__example__' is allowed only as a top level property of data model. Invalid entry: '${path}'.`,
      );
    } else checkNoExample(report, inside);
  }
}

function invalid(report: Report, found: Found, message: string): void {
  report.add("INVALID_SCREEN_DATA", message, spotOf(found));
}
