import type {
  PeopleChangeJson,
  PeopleChangeRunJson,
} from "@galka/contract/json/people/people-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { toasts } from "../../../ui/toasts.ts";
import type { PeopleSearch } from "../people-search.ts";
import { peopleSelection } from "../people-selection.ts";
import { useFreshPeople } from "../use-people.ts";

const LOOK_AGAIN_MS = 500;

export type PeopleChangeState = {
  /** How far a change is that takes a while; null when none runs. */
  readonly running: PeopleChangeRunJson | null;
  readonly change: (
    what: PeopleChangeJson,
    whom: readonly string[] | PeopleSearch,
    confirmedCount?: number,
  ) => void;
};

/** Changes many contacts, follows how far that is, and offers to take it back where that can be. */
export function usePeopleChange(): PeopleChangeState {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const fresh = useFreshPeople();
  const [running, setRunning] = useState<PeopleChangeRunJson | null>(null);

  async function follow(begun: PeopleChangeRunJson): Promise<PeopleChangeRunJson> {
    let run = begun;
    while (run.state === "running") {
      setRunning(run);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      run = await api("getPeopleChange", { params: { id: run.id } });
    }
    setRunning(null);
    await fresh();
    return run;
  }

  async function undo(id: string): Promise<void> {
    try {
      const run = await follow(await api("undoPeopleChange", { params: { id } }));
      toasts.add({ title: t("peopleTable.undone", { count: run.changedCount }) });
    } catch (problem) {
      setRunning(null);
      toasts.add({ title: words(problem) });
    }
  }

  async function run(
    what: PeopleChangeJson,
    whom: readonly string[] | PeopleSearch,
    confirmedCount?: number,
  ): Promise<void> {
    try {
      const confirmed = confirmedCount === undefined ? {} : { confirmedCount };
      const meant = "length" in whom ? { ids: [...whom] } : bodyOf(whom);
      const body = { change: what, ...meant, ...confirmed };
      const begun = await api("startPeopleChange", { body });
      peopleSelection.clear();
      const { id, changedCount, failedCount } = await follow(begun);
      const canUndo = changedCount > 0 && what.kind !== "erase";
      const failed = failedCount > 0 ? ` ${t("peopleTable.failed", { count: failedCount })}` : "";
      toasts.add({
        title:
          t(what.kind === "erase" ? "peopleTable.erased" : "peopleTable.changed", {
            count: changedCount,
          }) + failed,
        ...(canUndo ? { action: { label: t("action.undo"), run: () => void undo(id) } } : {}),
      });
    } catch (problem) {
      setRunning(null);
      toasts.add({ title: words(problem) });
    }
  }

  return {
    running,
    change: (what, whom, confirmedCount) => void run(what, whom, confirmedCount),
  };
}

function bodyOf({ q, who }: PeopleSearch) {
  return { filter: who ?? { all: [] }, ...(q ? { q } : {}) };
}
