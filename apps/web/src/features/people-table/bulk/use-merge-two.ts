import type { PersonJson } from "@galka/contract/json/people/people-table";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { peopleSelection } from "../people-selection.ts";
import { useFreshPeople } from "../use-people.ts";

/** Makes two contacts one: who was there first keeps what the other had. It can be taken back. */
export function useMergeTwo(): (pair: readonly PersonJson[]) => Promise<void> {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const fresh = useFreshPeople();

  async function undo(id: string): Promise<void> {
    try {
      const { items } = await api("listMerges", { params: { id } });
      if (items[0]) await api("undoMerge", { params: { id: items[0].id } });
    } catch (error) {
      toasts.add({ title: words(error) });
    }
    await fresh();
  }

  return async (pair) => {
    const [winner, loser] = pair.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
    if (!winner || !loser) return;
    try {
      await api("mergeContacts", { params: { id: winner.id }, body: { loserId: loser.id } });
      peopleSelection.clear();
      toasts.add({
        title: t("peopleTable.merged"),
        action: { label: t("action.undo"), run: () => void undo(winner.id) },
      });
    } catch (error) {
      toasts.add({ title: words(error) });
    }
    await fresh();
  };
}
