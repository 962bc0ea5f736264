import { isObject } from "../../json.ts";
import { checkBranches } from "./check-branches.ts";
import { checkCondition } from "./check-condition.ts";
import type { Component, FlowView, Screen } from "./flow-view.ts";
import { memberOf, type Report, spotOf, textOf } from "./report.ts";
import { isAtLeast } from "./versions.ts";

/** Checks what the components of a screen are to each other. */
export function checkScreenComponents(report: Report, flow: FlowView, screen: Screen): void {
  checkForms(report, flow, screen);
  checkNames(report, screen);
  checkBranches(report, screen);
  for (const component of screen.components) {
    if (component.type === "Footer") checkCaptions(report, component);
    if (component.type === "If") checkCondition(report, component);
    if (component.type === "Form") checkInitial(report, component);
    checkBounds(report, component);
  }
}

/** Before 4.0 inputs stand in a form; later they stand in it when there is one. */
function checkForms(report: Report, flow: FlowView, screen: Screen): void {
  const outside = screen.components.filter((it) => it.rule?.input === true && !it.inForm);
  if (outside.length === 0) return;
  if (!isAtLeast(flow.version, "4.0")) {
    for (const it of outside) {
      report.add(
        "KEYWORD_ONE_OF",
        `Property '${it.type}' must be defined inside parent property 'Form'.`,
        spotOf(it.found),
      );
    }
    return;
  }
  if (!screen.components.some((it) => it.type === "Form")) return;
  const names = outside.map((it) => it.type);
  const words = names.length === 1 ? "is" : "are";
  const noun = names.length === 1 ? "Component" : "Components";
  const [first, ...rest] = outside.map((it) => spotOf(it.found));
  if (first === undefined) return;
  report.add(
    "COMPONENTS_OUTSIDE_FORM",
    `${noun} '${names.join("', '")}' ${words} not allowed outside Form when Form component is present.`,
    first,
    ...rest,
  );
}

/** Also in branches of which only one is shown Meta wants different names. */
function checkNames(report: Report, screen: Screen): void {
  const seen = new Map<string, Component>();
  for (const component of screen.components) {
    if (component.rule?.input !== true) continue;
    const name = textOf(component.found, "name") ?? "";
    const known = seen.get(name);
    if (known !== undefined) {
      report.add(
        "DUPLICATE_FORM_COMPONENT_NAMES",
        `Duplicate name found for Form components: ${name}.`,
        spotOf(component.found),
        spotOf(known.found),
      );
    }
    seen.set(name, component);
  }
}

function checkCaptions(report: Report, footer: Component): void {
  const has = (key: string) => memberOf(footer.found, key) !== undefined;
  const [left, center, right] = ["left-caption", "center-caption", "right-caption"].map(has);
  if (left !== right) {
    const [present, absent] =
      left === true ? ["left-caption", "right-caption"] : ["right-caption", "left-caption"];
    report.add(
      "INVALID_DEPENDENCIES",
      `Footer should have property ${absent} when property ${present} is present.`,
      spotOf(footer.found),
    );
  }
  if (center === true && (left === true || right === true)) {
    report.add(
      "NOT_KEYWORD_SCHEMA_VALIDATION_FAILED",
      "Properties 'center-caption' and [left-caption, right-caption] must be present exclusively at Footer.",
      spotOf(footer.found),
    );
  }
}

const NATIVE: readonly string[] = ["PhotoPicker", "DocumentPicker"];

function checkInitial(report: Report, form: Component): void {
  const initial = memberOf(form.found, "init-values");
  const values = initial?.node.value;
  if (initial === undefined || !isObject(values)) return;
  const children = memberOf(form.found, "children")?.node.items ?? [];
  const native = children.map((it) => it.value).filter(isObject);
  const named = native.filter(
    (it) => NATIVE.includes(String(it["type"])) && String(it["name"]) in values,
  );
  if (named.length === 0) return;
  report.add(
    "NATIVE_COMPONENT_IN_FORM_INIT_VALUES",
    `Property 'init-values' should not contain value for components: [${named.map((it) => String(it["type"])).join(", ")}].`,
    spotOf(initial),
  );
}

const BOUNDS = [
  ["min-chars", "max-chars"],
  ["min-selected-items", "max-selected-items"],
  ["min-uploaded-photos", "max-uploaded-photos"],
  ["min-uploaded-documents", "max-uploaded-documents"],
  ["min-days", "max-days"],
] as const;

function checkBounds(report: Report, component: Component): void {
  for (const [least, most] of BOUNDS) {
    const min = memberOf(component.found, least);
    const max = memberOf(component.found, most);
    if (typeof min?.node.value !== "number" || typeof max?.node.value !== "number") continue;
    if (min.node.value <= max.node.value) continue;
    const name = textOf(component.found, "name") ?? "";
    report.add(
      "MIN_VALUE_GREATER_THAN_MAX",
      `${least} cannot be greater than ${most} for ${component.type} ${name}.`,
      spotOf(min),
      spotOf(max),
    );
  }
}
