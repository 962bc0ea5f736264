import { textAt } from "../../json.ts";
import { isThere } from "./check-references.ts";
import { typeName } from "./check-schema.ts";
import { dataNames, schemaAt } from "./data-model.ts";
import {
  type Component,
  type FlowView,
  inputsOf,
  isDynamic,
  referencesIn,
  type Screen,
} from "./flow-view.ts";
import { type Found, memberOf, type Report, spotOf, textOf } from "./report.ts";

const ACTIONS: readonly string[] = ["on-click-action", "on-select-action", "on-unselect-action"];

/** Checks where actions lead to and what they hand over. */
export function checkActions(report: Report, flow: FlowView): void {
  for (const screen of flow.screens) {
    for (const component of screen.components) {
      for (const key of ACTIONS) {
        const action = memberOf(component.found, key);
        if (action !== undefined) checkAction(report, flow, screen, action);
      }
    }
  }
}

function checkAction(report: Report, flow: FlowView, screen: Screen, action: Found): void {
  const name = textOf(action, "name");
  if (name === "complete" && !screen.terminal) {
    report.add(
      "INVALID_COMPLETE_ACTION",
      "On-click-action 'complete' can only be configured on a terminal screen.",
      spotOf(action),
    );
  }
  if (name === "data_exchange" && !flow.hasEndpoint) {
    report.add(
      "MISSING_REQUIRED_PROPERTY",
      "The property 'data_api_version' is required for data_exchange action.",
      spotOf(action),
    );
  }
  const payload = memberOf(action, "payload");
  if (payload !== undefined) checkPayload(report, flow, screen, payload);
  if (payload !== undefined) checkPickers(report, screen, { name, payload });
  if (name === "navigate") checkNavigate(report, flow, screen, action);
}

/** Every reference in a payload names something that is there. */
function checkPayload(report: Report, flow: FlowView, screen: Screen, payload: Found): void {
  for (const [value, place] of valuesIn(payload)) {
    for (const reference of referencesIn(value)) {
      const [root, ...steps] = reference.split(".");
      const message = problemOf(flow, screen, root, steps);
      if (message !== null) {
        report.add("INVALID_ON_CLICK_ACTION_PAYLOAD", message, spotOf(place));
      }
    }
  }
}

function problemOf(
  flow: FlowView,
  screen: Screen,
  root: string | undefined,
  steps: readonly string[],
): string | null {
  if (root === "form") {
    const name = steps[0] ?? "";
    const form = screen.components.find((it) => it.type === "Form");
    if (form !== undefined && textOf(form.found, "name") === name) {
      return "Value of 'Form' component cannot be used in form binding.";
    }
    return inputsOf(screen).has(name)
      ? null
      : `Missing Form component \${form.${steps.join(".")}} for screen '${screen.id}'.`;
  }
  if (root === "data") {
    return schemaAt(screen, steps) === null
      ? `Missing dynamic data '\${data.${steps.join(".")}}' in the data model for screen ${screen.id}.`
      : null;
  }
  if (root !== "screen") return null;
  const [id = "", kind, ...rest] = steps;
  const other = flow.screens.find((it) => it.id === id);
  if (other !== undefined && isThere(other, kind, rest)) return null;
  return `Missing dynamic data '\${screen.${steps.join(".")}}' in the data model for screen ${id}.`;
}

/** All plain values inside, with their places. */
function valuesIn(found: Found): readonly (readonly [unknown, Found])[] {
  const inside = [
    ...found.node.members.map((it) => ({ node: it.node, path: [...found.path, it.key] })),
    ...found.node.items.map((node, index) => ({ node, path: [...found.path, index] })),
  ];
  if (inside.length === 0) return [[found.node.value, found]];
  return inside.flatMap(valuesIn);
}

const MOST: Readonly<Record<string, string>> = {
  PhotoPicker: "max-uploaded-photos",
  DocumentPicker: "max-uploaded-documents",
};

/** Files can be handed over whole and by themselves, and not to another screen. */
function checkPickers(
  report: Report,
  screen: Screen,
  action: { readonly name: string | undefined; readonly payload: Found },
): void {
  const { name, payload } = action;
  let count = 0;
  for (const [value, place] of valuesIn(payload)) {
    const picker = pickerIn(screen, value);
    if (picker === null) continue;
    count += 1;
    const key = MOST[picker.type] ?? "";
    const most = memberOf(picker.found, key)?.node.value ?? 30;
    if (name === "navigate") {
      wrong(
        report,
        place,
        `The value of ${picker.type} component is not allowed in the payload of navigate action.`,
      );
    } else if (place.path.length !== payload.path.length + 1) {
      wrong(
        report,
        place,
        `The value of following components must be a top-level string in complete and data_exchange on-click-action payload: [${picker.type}].`,
      );
    } else if (name === "complete" && Number(most) > 1) {
      wrong(
        report,
        place,
        `${picker.type} can only be used in complete action payload if value of property '${key}' doesn't exceed 1. Default value is 30.`,
      );
    }
  }
  if (name !== "complete" || count <= 1) return;
  wrong(
    report,
    payload,
    "Complete action payload can contain either a single PhotoPicker or a single DocumentPicker component.",
  );
}

function pickerIn(screen: Screen, value: unknown): Component | null {
  for (const reference of referencesIn(value)) {
    const steps = reference.split(".");
    const name = steps[0] === "form" ? steps[1] : steps[2] === "form" ? steps[3] : undefined;
    const input = inputsOf(screen).get(name ?? "");
    if (input !== undefined && MOST[input.type] !== undefined) return input;
  }
  return null;
}

function wrong(report: Report, place: Found, message: string): void {
  report.add("INVALID_ON_CLICK_ACTION_PAYLOAD", message, spotOf(place));
}

function checkNavigate(report: Report, flow: FlowView, screen: Screen, action: Found): void {
  const next = memberOf(action, "next");
  const name = next === undefined ? undefined : memberOf(next, "name");
  if (name === undefined) return;
  const id = String(name.node.value);
  if (id === screen.id) {
    report.add(
      "INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME",
      `Same screen navigation is not allowed. Loop detected at [${id}].`,
      spotOf(name),
    );
    return;
  }
  const target = flow.screens.find((it) => it.id === id);
  if (target === undefined) {
    report.add(
      "INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME",
      `Unknown screen ids found: [${id}].`,
      spotOf(name),
    );
    return;
  }
  checkHandover(report, screen, target, action);
}

/** What is handed over is what the next screen expects, neither more nor less. */
function checkHandover(report: Report, screen: Screen, target: Screen, action: Found): void {
  const payload = memberOf(action, "payload");
  const given = payload?.node.members.map((it) => it.key) ?? [];
  const place = payload ?? action;
  const add = (message: string, at: Found) =>
    report.add("INVALID_NAVIGATE_ACTION_PAYLOAD", message, spotOf(at));
  if (memberOf(target.found, "data") === undefined) {
    if (given.length > 0) add(`No data model is defined in the next screen '${target.id}'.`, place);
    return;
  }
  const wanted = dataNames(target);
  const strange = given.filter((it) => !wanted.includes(it));
  if (strange.length > 0) {
    add(
      `Following fields are missing in the next screen's data model: [${strange.join(", ")}].`,
      place,
    );
  }
  const absent = wanted.filter((it) => !given.includes(it));
  if (absent.length > 0) {
    add(
      `Following fields are expected in the next screen's data model but missing in payload: [${absent.join(", ")}].`,
      place,
    );
  }
  for (const key of given.filter((it) => wanted.includes(it))) {
    const value = payload === undefined ? undefined : memberOf(payload, key);
    const type = textAt(schemaAt(target, [key]) ?? {}, "type");
    if (value === undefined || type === undefined) continue;
    const message = mismatch(screen, target, { key, value: value.node.value, type });
    if (message !== null) add(message, value);
  }
}

function mismatch(
  screen: Screen,
  target: Screen,
  field: { readonly key: string; readonly value: unknown; readonly type: string },
): string | null {
  const { key, value, type } = field;
  if (typeof value !== "string" || !isDynamic(value)) {
    const actual = typeName(value);
    if (actual === type || (type === "integer" && actual === "number")) return null;
    return `Schema of payload data at '${key}' on screen '${screen.id}' is not matching with schema of data model field on screen '${target.id}'. Property is expecting '${type}' but got '${actual}'.`;
  }
  const actual = typeOfReference(screen, value);
  if (actual === null || actual === type) return null;
  return `Schema of dynamic data '${value}' is not matching schema of data model field '${key}' on screen '${target.id}'. Property is expecting '${type}' but got '${actual}'.`;
}

const LISTS: readonly string[] = [
  "CheckboxGroup",
  "ChipsSelector",
  "PhotoPicker",
  "DocumentPicker",
];

/** The type of a reference that is the whole value; `null` when it cannot be known. */
function typeOfReference(screen: Screen, value: string): string | null {
  const steps = /^\$\{([^}]*)\}$/.exec(value)?.[1]?.trim().split(".") ?? [];
  if (steps[0] === "data") return textAt(schemaAt(screen, steps.slice(1)) ?? {}, "type") ?? null;
  const input = steps[0] === "form" ? inputsOf(screen).get(steps[1] ?? "") : undefined;
  if (input === undefined) return null;
  if (input.type === "OptIn") return "boolean";
  if (LISTS.includes(input.type)) return "array";
  return input.type === "CalendarPicker" ? null : "string";
}
