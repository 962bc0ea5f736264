import type { BulkChangeJson, WorkChangeJson } from "@galka/contract/json/bulk-change";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { toasts } from "../../ui/toasts.ts";
import type { List } from "../../sync/workspace-state.ts";
import { selection } from "./selection.ts";

const LOOK_AGAIN_MS = 500;

export type BulkState = {
  /** How far a large change is; null when none runs. */
  readonly running: BulkChangeJson | null;
  readonly change: (what: WorkChangeJson, meant: readonly string[] | List) => void;
};

/** Changes many conversations, follows how far that is, and offers to take it back. */
export function useBulkChange(): BulkState {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [running, setRunning] = useState<BulkChangeJson | null>(null);

  async function follow(begun: BulkChangeJson): Promise<BulkChangeJson> {
    let bulk = begun;
    while (bulk.state === "running") {
      setRunning(bulk);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      bulk = await api("getBulkChange", { params: { id: bulk.id } });
    }
    setRunning(null);
    return bulk;
  }

  async function undo(id: string): Promise<void> {
    try {
      const bulk = await follow(await api("undoBulkChange", { params: { id } }));
      toasts.add({ title: t("bulk.undone", { count: bulk.changedCount }) });
    } catch (problem) {
      toasts.add({ title: words(problem) });
    }
  }

  async function run(what: WorkChangeJson, meant: readonly string[] | List): Promise<void> {
    try {
      const body =
        "key" in meant ? { change: what, filter: meant.filter } : { change: what, ids: [...meant] };
      const begun = await api("startBulkChange", { body });
      selection.clear();
      const bulk = await follow(begun);
      toasts.add({
        title: t("bulk.done", { count: bulk.changedCount }),
        ...(bulk.changedCount > 0
          ? { action: { label: t("action.undo"), run: () => void undo(bulk.id) } }
          : {}),
      });
    } catch (problem) {
      setRunning(null);
      toasts.add({ title: words(problem) });
    }
  }

  return { running, change: (what, meant) => void run(what, meant) };
}
