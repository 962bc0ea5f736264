import { textAt } from "../../json.ts";
import type { PropertyRule } from "./component-rules.ts";
import { schemaAt } from "./data-model.ts";
import {
  type Component,
  type FlowView,
  hasGlobals,
  inputsOf,
  isDynamic,
  referencesIn,
  type Screen,
} from "./flow-view.ts";
import { type Found, memberOf, type Report, spotOf } from "./report.ts";

/**
 * Checks that what components show exists: in the data of their screen, among
 * its inputs, or on another screen.
 */
export function checkReferences(report: Report, flow: FlowView): void {
  for (const screen of flow.screens) {
    for (const component of screen.components) {
      for (const [key, rule] of Object.entries(component.rule?.properties ?? {})) {
        if (["action", "components", "cases"].includes(rule.kind)) continue;
        const property = memberOf(component.found, key);
        if (property === undefined) continue;
        checkProperty(report, { flow, screen, component, key, rule }, property);
      }
    }
  }
}

type Where = {
  readonly flow: FlowView;
  readonly screen: Screen;
  readonly component: Component;
  readonly key: string;
  readonly rule: PropertyRule;
};

function checkProperty(report: Report, where: Where, property: Found): void {
  const { value } = property.node;
  if (!isDynamic(value)) return;
  for (const reference of referencesIn(value)) {
    const [root, ...steps] = reference.split(".");
    if (root === "data") checkData(report, where, property, steps);
    if (root === "screen") checkGlobal(report, where, property, steps);
  }
}

function checkData(report: Report, where: Where, property: Found, steps: readonly string[]): void {
  const expression = `\${data.${steps.join(".")}}`;
  const schema = schemaAt(where.screen, steps);
  if (schema === null) {
    report.add(
      "INVALID_SCREEN_DYNAMIC_DATA",
      `Missing dynamic data '${expression}' in the screen data model.`,
      spotOf(property),
    );
    return;
  }
  checkType(report, where, property, textAt(schema, "type"));
}

const TYPES: Readonly<Partial<Record<PropertyRule["kind"], readonly string[]>>> = {
  string: ["string"],
  number: ["number", "integer"],
  boolean: ["boolean"],
  object: ["object"],
  array: ["array"],
  "data-source": ["array"],
};

/** Only a reference that is the whole value has the value's type. */
function checkType(report: Report, where: Where, property: Found, type: string | undefined): void {
  const { rule } = where;
  const whole = /^\$\{[^}]*\}$/.test(String(property.node.value));
  const kinds = rule.or === undefined ? [rule.kind] : [rule.kind, rule.or];
  const wanted = kinds.flatMap((kind) => TYPES[kind] ?? []);
  const loose = kinds.includes("any") || wanted.length === 0 || type === undefined;
  if (!whole || loose || wanted.includes(type)) return;
  const pointer = String(property.node.value).replaceAll(/^\$\{|\}$/g, "");
  const expected =
    wanted.length === 1
      ? `type '${wanted[0] ?? ""}'`
      : `one of these types: [${wanted.join(", ")}]`;
  report.add(
    "INVALID_SCREEN_DYNAMIC_DATA",
    `Expected '${pointer}' to be of ${expected}.`,
    spotOf(property),
  );
}

/** `screen.ID.form.name` or `screen.ID.data.name` */
function checkGlobal(
  report: Report,
  where: Where,
  property: Found,
  steps: readonly string[],
): void {
  if (!hasGlobals(where.flow)) return;
  const [id = "", kind, ...rest] = steps;
  const expression = `\${screen.${steps.join(".")}}`;
  const start = `Global dynamic data '${expression}' used on screen '${where.screen.id}' for ${where.component.type} property '${where.key}' is invalid since screen '${id}'`;
  const other = where.flow.screens.find((it) => it.id === id);
  if (other === undefined) {
    invalid(report, property, `${start} is missing in the Flow JSON.`);
  } else if (other.id === where.screen.id && kind === "data") {
    const local = `\${data.${rest.join(".")}}`;
    invalid(
      report,
      property,
      `${start} represents current screen. Convert expression to local referencing of the form ${local}.`,
    );
  } else if (!isThere(other, kind, rest)) {
    invalid(
      report,
      property,
      `Global Dynamic data '${expression}' on screen ${id} does not exist, but is used on screen ${where.screen.id}.`,
    );
  }
}

/** Whether a screen has the data or the input. */
export function isThere(
  screen: Screen,
  kind: string | undefined,
  steps: readonly string[],
): boolean {
  if (kind === "form") return inputsOf(screen).has(steps[0] ?? "");
  return kind === "data" && schemaAt(screen, steps) !== null;
}

function invalid(report: Report, property: Found, message: string): void {
  report.add("INVALID_SCREEN_DATA", message, spotOf(property));
}
