import { length } from "../../graph/params.ts";
import { unreachable } from "../../unreachable.ts";
import { checkAction } from "./check-action-form.ts";
import { COMPONENTS, type Kind, type PropertyRule } from "./component-rules.ts";
import { isDynamic } from "./flow-view.ts";
import { type Found, itemsOf, memberOf, type Report, rooted, spotOf, textOf } from "./report.ts";
import { isAtLeast } from "./versions.ts";

/** What the checks of form work with. */
export type SchemaCheck = { readonly report: Report; readonly version: string };

const TOP: Readonly<Record<string, Kind>> = {
  version: "string",
  name: "string",
  screens: "array",
  routing_model: "object",
  data_api_version: "string",
  data_channel_uri: "string",
};

const SCREEN: Readonly<Record<string, Kind>> = {
  id: "string",
  title: "string",
  terminal: "boolean",
  success: "boolean",
  refresh_on_back: "boolean",
  data: "object",
  layout: "object",
  sensitive: "array",
};

/** Checks which properties stand where, and of what kind they are. */
export function checkSchema(check: SchemaCheck, root: Found): void {
  const { report, version } = check;
  const late = isAtLeast(version, "3.0");
  for (const { key, keySpan } of root.node.members) {
    if (TOP[key] !== undefined && !(late && key === "data_channel_uri")) continue;
    report.add("INVALID_PROPERTY_KEY", `Property "${key}" cannot be specified at "$root".`, {
      path: [key],
      span: keySpan,
    });
  }
  requireKinds(check, root, TOP);
  const screens = memberOf(root, "screens");
  if (screens === undefined) return missing(report, root, "screens");
  if (screens.node.items.length === 0) {
    report.add(
      "MIN_ITEMS_REQUIRED",
      "Property 'screens' should have at least '1' items.",
      spotOf(screens),
    );
  }
  for (const screen of itemsOf(root, "screens")) checkScreen(check, screen);
}

function checkScreen(check: SchemaCheck, screen: Found): void {
  const { report, version } = check;
  for (const { key, keySpan } of screen.node.members) {
    const known = SCREEN[key] !== undefined && (key !== "sensitive" || isAtLeast(version, "5.1"));
    if (known) continue;
    report.add(
      "INVALID_PROPERTY_KEY",
      `Property "${key}" cannot be specified at "${rooted(screen.path)}".`,
      { path: [...screen.path, key], span: keySpan },
    );
  }
  requireKinds(check, screen, SCREEN);
  checkScreenId(check, screen);
  const layout = memberOf(screen, "layout");
  if (layout === undefined) return missing(report, screen, "layout");
  const type = memberOf(layout, "type");
  if (type === undefined) missing(report, layout, "type");
  else if (type.node.value !== "SingleColumnLayout") invalidValue(report, type, "type");
  if (memberOf(layout, "children") === undefined) missing(report, layout, "children");
  for (const child of itemsOf(layout, "children")) checkComponent(check, child);
}

function checkScreenId(check: SchemaCheck, screen: Found): void {
  const { report } = check;
  const id = memberOf(screen, "id");
  if (id === undefined) return missing(report, screen, "id");
  const text = id.node.value;
  if (text === "") {
    report.add(
      "MIN_CHARS_REQUIRED",
      "Property 'id' should have at least '1' characters.",
      spotOf(id),
    );
  } else if (typeof text === "string" && !/^[A-Za-z_]+$/.test(text)) {
    report.add(
      "PATTERN_MISMATCH",
      "Property 'id' should only consist of alphabets and underscores.",
      spotOf(id),
    );
  }
}

function requireKinds(
  check: SchemaCheck,
  found: Found,
  kinds: Readonly<Record<string, Kind>>,
): void {
  for (const [key, kind] of Object.entries(kinds)) {
    const member = memberOf(found, key);
    if (member === undefined || isKind(member.node.value, kind)) continue;
    wrongType(check.report, member, kind);
  }
}

function checkComponent(check: SchemaCheck, component: Found): void {
  const { report, version } = check;
  const type = memberOf(component, "type");
  if (type === undefined) return missing(report, component, "type");
  const rule = COMPONENTS[String(type.node.value)];
  if (rule === undefined || !isAtLeast(version, rule.since ?? "2.1")) {
    return invalidValue(report, type, "type");
  }
  for (const { key, keySpan } of component.node.members) {
    const property = rule.properties[key];
    const known = property !== undefined && isAtLeast(version, property.since ?? "2.1");
    if (known || key === "type") continue;
    report.add(
      "INVALID_PROPERTY_KEY",
      `Property "${key}" cannot be specified at "${String(type.node.value)}" on "${rooted(component.path)}".`,
      { path: [...component.path, key], span: keySpan },
    );
  }
  for (const [key, property] of Object.entries(rule.properties)) {
    const member = memberOf(component, key);
    if (member !== undefined) checkProperty(check, member, key, property);
    else if (property.required === true) missing(report, component, key);
  }
  if (rule.clicks !== undefined) {
    const click = memberOf(component, "on-click-action");
    if (click !== undefined) checkAction(check, click, rule.clicks);
  }
  for (const key of ["on-select-action", "on-unselect-action"]) {
    const chosen = memberOf(component, key);
    if (chosen !== undefined) checkAction(check, chosen, ["data_exchange", "update_data"]);
  }
}

function checkProperty(check: SchemaCheck, member: Found, key: string, rule: PropertyRule): void {
  const { report } = check;
  const { value } = member.node;
  const kinds = rule.or === undefined ? [rule.kind] : [rule.kind, rule.or];
  if (!kinds.some((kind) => isKind(value, kind)) && !isDynamic(value)) {
    return wrongType(report, member, rule.kind);
  }
  if (typeof value === "string") checkWords(check, member, key, rule);
  if (typeof value === "number") checkRange(check, member, key, rule);
  if (rule.kind === "data-source") checkSource(check, member, rule);
  if (rule.kind === "components") {
    for (const [index, node] of member.node.items.entries()) {
      checkComponent(check, { node, path: [...member.path, index] });
    }
  }
  if (rule.kind !== "cases") return;
  for (const branch of member.node.members) {
    for (const child of itemsOf(member, branch.key)) checkComponent(check, child);
  }
}

function checkWords(check: SchemaCheck, member: Found, key: string, rule: PropertyRule): void {
  const { report } = check;
  const text = String(member.node.value);
  if (isDynamic(text)) return;
  if (rule.kind === "number") {
    report.add(
      "PATTERN_MISMATCH",
      `Property '${key}' should be of type 'number' or have dynamic data format of the form \${screen.data.your_value} or \${data.your_value}.`,
      spotOf(member),
    );
  } else if (rule.values !== undefined && !rule.values.includes(text)) {
    report.add(
      "INVALID_ENUM_VALUE",
      `Value should be one of: [${rule.values.join(", ")}].`,
      spotOf(member),
    );
  } else if (rule.required === true && text.trim() === "") {
    report.add(
      "PATTERN_MISMATCH",
      `Property '${key}' should not be blank or empty string.`,
      spotOf(member),
    );
  } else if (rule.max !== undefined && length(text) > rule.max) {
    report.add(
      "INVALID_PROPERTY_VALUE",
      `Property '${key}' should have at most '${rule.max}' characters.`,
      spotOf(member),
    );
  }
}

function checkRange(check: SchemaCheck, member: Found, key: string, rule: PropertyRule): void {
  const value = Number(member.node.value);
  if (rule.least !== undefined && value < rule.least) {
    check.report.add(
      "MINIMUM_VALUE_REQUIRED",
      `The minimum value allowed for property '${key}' is ${rule.least}.`,
      spotOf(member),
    );
  }
  if (rule.most !== undefined && value > rule.most) {
    check.report.add(
      "MAXIMUM_VALUE_REQUIRED",
      `The maximum value allowed for property '${key}' is ${rule.most}.`,
      spotOf(member),
    );
  }
}

/** The choices of a group: each has an id and a title. */
function checkSource(check: SchemaCheck, member: Found, rule: PropertyRule): void {
  if (!Array.isArray(member.node.value)) return;
  const { report } = check;
  const count = member.node.items.length;
  const least = rule.least ?? 1;
  if (count < least) {
    report.add(
      "MIN_ITEMS_REQUIRED",
      `Property 'data-source' should have at least '${least}' items.`,
      spotOf(member),
    );
  }
  if (rule.most !== undefined && count > rule.most) {
    report.add(
      "INVALID_PROPERTY_VALUE",
      `Property 'data-source' should have at most '${rule.most}' items.`,
      spotOf(member),
    );
  }
  for (const [index, node] of member.node.items.entries()) {
    const item = { node, path: [...member.path, index] };
    for (const key of ["id", "title"]) {
      if (textOf(item, key) === undefined) missing(report, item, key);
    }
  }
}

function isKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case "string":
    case "number":
    case "boolean":
      return typeof value === kind;
    case "array":
    case "components":
    case "data-source":
      return Array.isArray(value);
    case "object":
    case "action":
    case "cases":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "any":
      return true;
    default:
      return unreachable(kind);
  }
}

const NAMES: Readonly<Partial<Record<Kind, string>>> = {
  components: "array",
  "data-source": "array",
  action: "object",
  cases: "object",
};

export function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function wrongType(report: Report, member: Found, kind: Kind): void {
  report.add(
    "INVALID_PROPERTY_TYPE",
    `Expected property "${rooted(member.path)}" to be of type ${NAMES[kind] ?? kind}, but found ${typeName(member.node.value)}.`,
    spotOf(member),
  );
}

export function missing(report: Report, found: Found, key: string): void {
  report.add(
    "MISSING_REQUIRED_TYPE_PROPERTY",
    `Required property '${key}' is missing.`,
    spotOf(found),
  );
}

function invalidValue(report: Report, member: Found, key: string): void {
  report.add(
    "INVALID_PROPERTY_VALUE",
    `Invalid value found for property '${key}'.`,
    spotOf(member),
  );
}
