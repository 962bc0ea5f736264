import type { FlowView, Screen } from "./flow-view.ts";
import { memberOf, type Report, type Spot, spotOf, textOf } from "./report.ts";

const BRANCHES_MAX = 10;

/** From which screen one comes to which. */
type Routes = ReadonlyMap<string, readonly string[]>;

/**
 * Checks that every screen can be reached, and that the way goes forward only.
 *
 * With an endpoint the flow says its routes; without one they are the navigate
 * actions. Meta: "Routing Model Errors", docs/…/flows/reference/error-codes, read 2026-11.
 */
export function checkRouting(report: Report, flow: FlowView): void {
  const taken = routesOf(flow);
  const model = memberOf(flow.root, "routing_model");
  if (!flow.hasEndpoint) return checkGraph(report, flow, taken, false);
  if (model === undefined) {
    report.add(
      "MISSING_REQUIRED_PROPERTY",
      "The property 'routing_model' is required for property 'data_api_version'.",
      spotOf(flow.root),
    );
    return;
  }
  const stated = new Map(
    model.node.members.map((it) => [it.key, it.node.items.map((to) => String(to.value))]),
  );
  if (!checkModel(report, flow, stated)) return;
  for (const [source, targets] of taken) {
    for (const target of targets) {
      if (stated.get(source)?.includes(target) === true) continue;
      wrong(
        report,
        flow,
        [source, target],
        `Missing direct route from screen '${source}' to screen '${target}' in the routing model, while it exists in the navigate screen action of screen '${source}'.`,
      );
    }
  }
  checkGraph(report, flow, stated, true);
}

/** The routes that navigate actions make. */
export function routesOf(flow: FlowView): Routes {
  return new Map(
    flow.screens.map((screen) => {
      const targets = screen.components.flatMap((component) => {
        const action = memberOf(component.found, "on-click-action");
        if (action === undefined || textOf(action, "name") !== "navigate") return [];
        const next = memberOf(action, "next");
        const name = next === undefined ? undefined : textOf(next, "name");
        return name === undefined || name === screen.id ? [] : [name];
      });
      return [screen.id, [...new Set(targets)]];
    }),
  );
}

/** Whether the stated routes are about the screens that there are. */
function checkModel(report: Report, flow: FlowView, stated: Routes): boolean {
  const ids = flow.screens.map((it) => it.id);
  const absent = ids.filter((it) => !stated.has(it));
  const known = new Set([...stated.values()].flat());
  const lost = absent.filter((it) => !known.has(it));
  if (lost.length > 0) {
    wrong(
      report,
      flow,
      lost,
      `Following screens are missing in the routing model: ${lost.join(", ")}.`,
    );
  }
  const strange = [...stated.keys(), ...known].filter((it) => !ids.includes(it));
  if (strange.length > 0) {
    const names = [...new Set(strange)].join(", ");
    wrong(report, flow, strange, `Invalid screens found in the routing model: ${names}.`);
  }
  return lost.length === 0 && strange.length === 0;
}

function checkGraph(report: Report, flow: FlowView, routes: Routes, stated: boolean): void {
  checkBranching(report, flow, routes, stated);
  const back = backwards(routes);
  for (const [source, target] of back) {
    wrong(
      report,
      flow,
      [source, target],
      `Backward route [${target}->${source}] corresponding to forward route [${source}->${target}] is not allowed in the routing model. Only forward routes can be specified.`,
    );
  }
  if (back.length > 0 || flow.screens.length < 2) return;
  const loop = loopIn(routes);
  if (loop !== null) {
    wrong(
      report,
      flow,
      loop,
      `Loop detected in the routing model for screens: ${loop.join(", ")}.`,
    );
    return;
  }
  checkEntry(report, flow, routes, stated);
}

function checkBranching(report: Report, flow: FlowView, routes: Routes, stated: boolean): void {
  for (const [source, targets] of routes) {
    if (targets.length <= BRANCHES_MAX) continue;
    const advice = stated ? "" : " Reduce navigate actions for the screen.";
    wrong(
      report,
      flow,
      [source],
      `Number of branches exceeds the max limit of ${BRANCHES_MAX} for screen: ${source}.${advice}`,
    );
  }
}

function backwards(routes: Routes): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const [source, targets] of routes) {
    for (const target of targets) {
      const both = routes.get(target)?.includes(source) === true;
      if (both && !found.some(([a, b]) => a === target && b === source)) {
        found.push([source, target]);
      }
    }
  }
  return found;
}

/** The screens of a circle, if there is one. */
function loopIn(routes: Routes): readonly string[] | null {
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(id)) return way.slice(way.indexOf(id));
    if (done.has(id)) return null;
    done.add(id);
    for (const next of routes.get(id) ?? []) {
      const loop = visit(next, [...way, id]);
      if (loop !== null) return loop;
    }
    return null;
  };
  for (const id of routes.keys()) {
    const loop = visit(id, []);
    if (loop !== null) return loop;
  }
  return null;
}

function checkEntry(report: Report, flow: FlowView, routes: Routes, stated: boolean): void {
  const targets = new Set([...routes.values()].flat());
  const entries = flow.screens.filter((it) => !targets.has(it.id));
  if (entries.length === 0) {
    wrong(
      report,
      flow,
      flow.screens.map((it) => it.id),
      stated
        ? "No entry screen found in the routing model. Expected a screen with no inbound edges as the entry screen."
        : "No entry screen found in the routing model. Add a screen that is not used as the next screen in any of the navigate actions.",
    );
    return;
  }
  const first = entries[0]?.id ?? "";
  const reached = reachable(routes, first);
  const apart = flow.screens.filter((it) => !reached.has(it.id)).map((it) => it.id);
  if (apart.length === 0) return;
  wrong(
    report,
    flow,
    apart,
    stated
      ? `Following screens are not connected with the rest of the screens : ${apart.join(", ")}. All screens should be connected.`
      : `Following screens are not connected with the rest of the screens via navigate screen action: ${apart.join(", ")}. All screens should be connected.`,
  );
}

/** Screens that one way leads to; several entries that meet later are one flow. */
function reachable(routes: Routes, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  let grown = true;
  while (grown) {
    const before = reached.size;
    for (const [source, targets] of routes) {
      const joins = targets.some((it) => reached.has(it));
      if (reached.has(source) || joins) for (const it of [source, ...targets]) reached.add(it);
    }
    grown = reached.size > before;
  }
  return reached;
}

function wrong(report: Report, flow: FlowView, ids: readonly string[], message: string): void {
  const places = ids.flatMap((id) => placeOf(flow, id));
  const [first, ...rest] = places.length > 0 ? places : [spotOf(flow.root)];
  if (first !== undefined) report.add("INVALID_ROUTING_MODEL", message, first, ...rest);
}

function placeOf(flow: FlowView, id: string): readonly Spot[] {
  const screen: Screen | undefined = flow.screens.find((it) => it.id === id);
  const found = screen === undefined ? undefined : memberOf(screen.found, "id");
  return found === undefined ? [] : [spotOf(found)];
}
