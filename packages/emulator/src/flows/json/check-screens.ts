import type { FlowView, Screen } from "./flow-view.ts";
import { memberOf, type Report, spotOf } from "./report.ts";

const SCREENS_MAX = 100;
const COMPONENTS_MAX = 50;

/** Checks what the screens are as a whole: their ids, their ends and their number. */
export function checkScreens(report: Report, flow: FlowView): void {
  const { screens } = flow;
  const list = memberOf(flow.root, "screens");
  if (list !== undefined && screens.length > SCREENS_MAX) {
    report.add(
      "MAX_SCREENS_NUMBER",
      `Maximum number of screens allowed per Flow is ${SCREENS_MAX} but found ${screens.length}.`,
      spotOf(list),
    );
  }
  checkIds(report, screens);
  checkEnds(report, flow);
  for (const screen of screens) checkCounts(report, screen);
}

function checkIds(report: Report, screens: readonly Screen[]): void {
  const seen = new Set<string>();
  for (const screen of screens) {
    const id = memberOf(screen.found, "id");
    if (id === undefined) continue;
    if (seen.has(screen.id)) {
      report.add("DUPLICATE_SCREEN_IDS", `Duplicate screen id found: ${screen.id}.`, spotOf(id));
    }
    seen.add(screen.id);
    if (screen.id.toLowerCase() === "success") {
      report.add(
        "SCREEN_ID_IS_RESERVED_KEYWORD",
        "Screen id cannot be 'success' since it is a reserved keyword.",
        spotOf(id),
      );
    }
  }
}

function checkEnds(report: Report, flow: FlowView): void {
  const ends = flow.screens.filter((it) => it.terminal);
  const list = memberOf(flow.root, "screens") ?? flow.root;
  if (ends.length === 0) {
    report.add(
      "MISSING_TERMINAL_SCREEN",
      "Terminal screen is required but not provided.",
      spotOf(list),
    );
  }
  const bare = ends.filter((it) => !it.components.some((part) => part.type === "Footer"));
  const [first, ...rest] = bare.map((it) => spotOf(it.found));
  if (first !== undefined) {
    report.add(
      "MISSING_FOOTER_ON_TERMINAL_SCREEN",
      `Footer component is missing on terminal screens: ${bare.map((it) => it.id).join(", ")}.`,
      first,
      ...rest,
    );
  }
  for (const screen of flow.screens) checkFlags(report, flow, screen);
  const failures = ends.filter((it) => memberOf(it.found, "success")?.node.value === false);
  if (ends.length > 0 && failures.length === ends.length) {
    report.add(
      "INVALID_PROPERTY_VALUE",
      "At least one terminal screen must have property 'success' set as true.",
      spotOf(list),
    );
  }
}

function checkFlags(report: Report, flow: FlowView, screen: Screen): void {
  const success = memberOf(screen.found, "success");
  if (success !== undefined && !screen.terminal) {
    report.add(
      "NOT_KEYWORD_SCHEMA_VALIDATION_FAILED",
      "Property 'success' can only be specified on a terminal screen.",
      spotOf(success),
    );
  }
  const refresh = memberOf(screen.found, "refresh_on_back");
  if (refresh?.node.value === true && !flow.hasEndpoint) {
    report.add(
      "INVALID_PROPERTY_VALUE",
      "Property 'refresh_on_back' can be true only when property 'data_api_version' is set.",
      spotOf(refresh),
    );
  }
}

function checkCounts(report: Report, screen: Screen): void {
  if (screen.components.length > COMPONENTS_MAX) {
    report.add(
      "MAX_ALLOWED_COMPONENTS_PER_SCREEN",
      `Maximum number of components allowed per screen is ${COMPONENTS_MAX} but found ${screen.components.length}.`,
      spotOf(screen.found),
    );
  }
  const types = new Set(screen.components.map((it) => it.type));
  for (const type of types) {
    const all = screen.components.filter((it) => it.type === type);
    const most = all[0]?.rule?.mostPerScreen;
    // Footers in branches replace each other; those are counted with the branches.
    if (most === undefined || type === "Footer" || all.length <= most.count) continue;
    const [first, ...rest] = all.map((it) => spotOf(it.found));
    if (first === undefined) continue;
    report.add(
      most.error,
      `Maximum number of ${type} allowed per screen is ${most.count} but found ${all.length}.`,
      first,
      ...rest,
    );
  }
}
