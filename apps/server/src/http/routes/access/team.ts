import { idOf } from "@galka/core/kernel/ids";
import { readAudit, readAuditActions } from "../../../operations/audit/read-audit.ts";
import {
  changeRole,
  createRole,
  deleteRole,
  listRoles,
} from "../../../operations/roles/manage-roles.ts";
import {
  changeTeam,
  createTeam,
  deleteTeam,
  listTeams,
} from "../../../operations/teams/manage-teams.ts";
import { parseTimeCursor, presentTimeCursor } from "../../cursor.ts";
import { handle } from "../../handle.ts";
import { presentRole, presentTeam } from "../../present/team.ts";

const USUAL_LIMIT = 50;

export const teamRoutes = {
  listRoles: handle("listRoles", async ({ app, member }) => ({
    items: (await listRoles(app, member)).map(presentRole),
  })),
  createRole: handle("createRole", async ({ app, member, body }) => {
    const role = await createRole(app, member, body);
    return "refused" in role ? role : presentRole(role);
  }),
  updateRole: handle("updateRole", async ({ app, member, params, body }) => {
    const role = await changeRole(app, member, { ...body, id: idOf(params.id) });
    return "refused" in role ? role : presentRole(role);
  }),
  deleteRole: handle("deleteRole", ({ app, member, params }) =>
    deleteRole(app, member, idOf(params.id)),
  ),

  listTeams: handle("listTeams", async ({ app, member }) => ({
    items: (await listTeams(app, member)).map(presentTeam),
  })),
  createTeam: handle("createTeam", async ({ app, member, body }) => {
    const team = await createTeam(app, member, body);
    return "refused" in team ? team : presentTeam(team);
  }),
  updateTeam: handle("updateTeam", async ({ app, member, params, body }) => {
    const team = await changeTeam(app, member, { ...body, id: idOf(params.id) });
    return "refused" in team ? team : presentTeam(team);
  }),
  deleteTeam: handle("deleteTeam", ({ app, member, params }) =>
    deleteTeam(app, member, idOf(params.id)),
  ),

  listAudit: handle("listAudit", async ({ app, member, query }) => {
    const { limit, cursor, since, until, ...exact } = query;
    const page = await readAudit(app, member, {
      ...exact,
      limit: limit ?? USUAL_LIMIT,
      ...(since ? { since: new Date(since) } : {}),
      ...(until ? { until: new Date(until) } : {}),
      ...(cursor ? { from: parseTimeCursor(cursor) } : {}),
    });
    if ("refused" in page) return page;
    return {
      items: page.items.map((it) => ({ ...it, at: it.at.toISOString() })),
      next: presentTimeCursor(page.next),
    };
  }),
  listAuditActions: handle("listAuditActions", async ({ app, member }) => {
    const actions = await readAuditActions(app, member);
    return "refused" in actions ? actions : { items: [...actions.items] };
  }),
};
