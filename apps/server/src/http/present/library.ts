import type { BulkChangeJson } from "@galka/contract/json/bulk-change";
import { filterJson } from "@galka/contract/json/filter";
import {
  type MacroJson,
  type QuickReplyJson,
  type SavedViewJson,
  macroStepJson,
} from "@galka/contract/json/library";
import type { BulkChange } from "@galka/postgres/stores/library/bulk-changes";
import type { Macro } from "@galka/postgres/stores/library/macros";
import type { Shown } from "../../operations/library/keep.ts";
import type { ShownReply } from "../../operations/library/quick-replies.ts";
import type { ShownView } from "../../operations/views/saved-views.ts";
import { presentFile } from "./file.ts";

export function presentView(view: ShownView): SavedViewJson {
  return { ...view, filter: filterJson.parse(view.filter) };
}

export function presentQuickReply(reply: ShownReply): QuickReplyJson {
  const { fileId: _, file, lastSentAt, buttons, ...rest } = reply;
  return {
    ...rest,
    buttons: buttons.map(({ id, title }) => ({ id, title })),
    file: file && presentFile(file),
    lastSentAt: lastSentAt?.toISOString() ?? null,
  };
}

export function presentMacro(macro: Shown<Macro>): MacroJson {
  return { ...macro, steps: macro.steps.map((step) => macroStepJson.parse(step)) };
}

export function presentBulkChange(bulk: BulkChange): BulkChangeJson {
  const { id, state, totalCount, doneCount, changedCount, undoes } = bulk;
  return { id, state, totalCount, doneCount, changedCount, undoes };
}
