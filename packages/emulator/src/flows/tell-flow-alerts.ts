import { listFlowRequests } from "../store/calls/flow-requests.ts";
import type { Flow } from "../store/kinds/flows.ts";
import type { World } from "../world.ts";
import { saveFlow, tellOfFlow } from "./change-flow.ts";
import { ALERT_WINDOW_MS, type Judged, judgeFlow } from "./flow-alerts.ts";

/** Tells the business of what begins and what ends to go wrong with a flow's endpoint. */
export function tellFlowAlerts(world: World, flow: Flow): void {
  const since = world.clock.now() - ALERT_WINDOW_MS;
  const judged = judgeFlow(listFlowRequests(world.db, flow.id).filter(({ at }) => at > since));
  const changed = judged.filter((it) => it.isActive !== flow.alerts.includes(it.alert));
  if (changed.length === 0) return;
  saveFlow(world, {
    ...flow,
    alerts: judged.flatMap(({ alert, isActive }) => (isActive ? [alert] : [])),
  });
  for (const it of changed) tell(world, flow, it);
}

/** Meta: docs/…/flows/guides/flowswebhooks, read 2026-11; the words are the emulator's own. */
function tell(world: World, flow: Flow, { alert, isActive, figures }: Judged): void {
  const what = alert.toLowerCase().replaceAll("_", " ");
  tellOfFlow(world, flow, {
    event: alert,
    message: `Flow ${flow.name}: the ${what} of the last hour is ${isActive ? "beyond" : "within"} its threshold`,
    flow_id: flow.id,
    alert_state: isActive ? "ACTIVATED" : "DEACTIVATED",
    ...figures,
  });
}
