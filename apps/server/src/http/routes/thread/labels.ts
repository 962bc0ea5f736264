import { idOf } from "@galka/core/kernel/ids";
import { changeLabels } from "../../../operations/labels/change-labels.ts";
import {
  changeLabel,
  createLabel,
  deleteLabel,
  listLabels,
} from "../../../operations/labels/manage-labels.ts";
import { handle } from "../../handle.ts";

export const labelRoutes = {
  listLabels: handle("listLabels", async ({ app, member }) => {
    const labels = await listLabels(app, member);
    return "refused" in labels ? labels : { items: [...labels.items] };
  }),
  createLabel: handle("createLabel", ({ app, member, body }) => createLabel(app, member, body)),
  updateLabel: handle("updateLabel", ({ app, member, params, body }) =>
    changeLabel(app, member, idOf(params.id), body),
  ),
  deleteLabel: handle("deleteLabel", ({ app, member, params }) =>
    deleteLabel(app, member, idOf(params.id)),
  ),
  changeLabels: handle("changeLabels", ({ app, member, params, body }) =>
    changeLabels(app, member, { conversationId: idOf(params.id), ...body }),
  ),
};
