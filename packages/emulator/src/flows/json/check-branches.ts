import { type Component, componentsOf, type Screen } from "./flow-view.ts";
import { memberOf, type Report, spotOf } from "./report.ts";

/**
 * A footer stands once on a screen: outside of all branches, or in every branch
 * of one component.
 *
 * Meta: docs/…/flows/reference/error-codes, read 2026-11.
 */
export function checkBranches(report: Report, screen: Screen): void {
  const layout = memberOf(screen.found, "layout");
  const top = memberOf(layout ?? screen.found, "children")?.node.items.length ?? 0;
  let count = 0;
  for (const component of screen.components.filter((it) => depthOf(screen, it) <= 1)) {
    if (component.type === "Footer") count += 1;
    if (component.type === "If") count += footersOfIf(report, component);
    if (component.type === "Switch") count += footersOfSwitch(report, component);
  }
  if (count <= 1 || top === 0) return;
  const footers = screen.components.filter((it) => it.type === "Footer");
  const [first, ...rest] = footers.map((it) => spotOf(it.found));
  if (first === undefined) return;
  const branched = footers.some((it) => depthOf(screen, it) > 1);
  if (branched) {
    report.add(
      "MORE_THAN_ONE_FOOTER",
      "Maximum number of Footer component allowed per screen is 1.",
      first,
      ...rest,
    );
    return;
  }
  report.add(
    "MAX_FOOTER_PER_SCREEN",
    `Maximum number of Footer allowed per screen is 1 but found ${footers.length}.`,
    first,
    ...rest,
  );
}

/** How many branches a component is inside of, and one for a form counts as none. */
function depthOf(screen: Screen, component: Component): number {
  const steps = component.found.path.slice(screen.found.path.length);
  return 1 + steps.filter((it) => it === "then" || it === "else" || it === "cases").length;
}

function footersOfIf(report: Report, component: Component): number {
  const then = hasFooter(componentsOf(component.found, "then", false));
  const otherwise = hasFooter(componentsOf(component.found, "else", false));
  if (then === otherwise) return then ? 1 : 0;
  const absent = memberOf(component.found, "else") === undefined;
  report.add(
    "MISSING_FOOTER_IN_IF_ELSE_BRANCHES",
    absent
      ? "Missing Footer inside one of the 'If' component branches. Branch 'else' should exist and contain one Footer."
      : "Footer component must be present in all branches of 'If' component if it exists in any one branch.",
    spotOf(component.found),
  );
  return 1;
}

function footersOfSwitch(report: Report, component: Component): number {
  const cases = memberOf(component.found, "cases");
  const branches = cases?.node.members.map((it) => hasFooter(componentsOf(cases, it.key, false)));
  if (branches === undefined || !branches.includes(true)) return 0;
  if (branches.includes(false)) {
    report.add(
      "MISSING_FOOTER_IN_SWITCH_BRANCHES",
      "Footer component must be present in all switch cases if it exists in one of the cases.",
      spotOf(component.found),
    );
  }
  return 1;
}

function hasFooter(components: readonly Component[]): boolean {
  return components.some((it) => it.type === "Footer");
}
