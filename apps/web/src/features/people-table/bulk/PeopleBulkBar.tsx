import type { PeopleChangeJson, PersonJson } from "@galka/contract/json/people/people-table";
import { Ban, Download, Eraser, Merge, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../api/use-may.ts";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { ChangeProgress } from "../../bulk/ChangeProgress.tsx";
import { useShortcut } from "../../shortcuts/use-shortcut.ts";
import { meantQuery, type PeopleSearch } from "../people-search.ts";
import { CHOSEN_MOST, peopleSelection, usePeopleSelection } from "../people-selection.ts";
import { usePeopleCount } from "../use-people.ts";
import { ChangeChoices } from "./ChangeChoices.tsx";
import { ErasePeople } from "./ErasePeople.tsx";
import { SetField } from "./SetField.tsx";
import { useMergeTwo } from "./use-merge-two.ts";
import { usePeopleChange } from "./use-people-change.ts";

type Props = { readonly search: PeopleSearch; readonly people: readonly PersonJson[] };

/** What can be done to all contacts that are chosen; while nothing is, how far a large change is. */
export function PeopleBulkBar({ search, people }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const chosen = usePeopleSelection();
  const { running, change } = usePeopleChange();
  const mergeTwo = useMergeTwo();
  const [all, setAll] = useState(false);
  const [asking, setAsking] = useState<"erase" | "field" | null>(null);
  const counted = usePeopleCount(search);
  useShortcut("leave", peopleSelection.clear, chosen.size > 0);

  if (running) {
    const { doneCount, totalCount } = running;
    const text = t("peopleTable.progress", { done: doneCount, total: totalCount });
    return <ChangeProgress text={text} done={doneCount} total={totalCount} />;
  }
  if (chosen.size === 0) return null;
  const wide = all && chosen.size > 0;
  const ids = [...chosen];
  const count = wide ? (counted?.count ?? 0) : ids.length;
  const isUncounted = wide && counted !== undefined && counted.count >= counted.upTo;

  function run(what: PeopleChangeJson, confirmedCount?: number): void {
    setAll(false);
    setAsking(null);
    change(what, wide ? search : ids, confirmedCount);
  }

  const exported = new URLSearchParams(wide ? meantQuery(search) : { ids: ids.join(",") });
  const pair = people.filter(({ id }) => chosen.has(id));
  return (
    <section
      aria-label={t("bulk.region")}
      className="flex flex-col gap-2 border-b bg-blue-soft px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-2 text-list">
        <output className="flex-1 font-medium">
          {wide ? t("peopleTable.allChosen") : t("bulk.chosen", { count: chosen.size })}
        </output>
        {wide ? null : (
          <>
            <Button
              look="quiet"
              onClick={() =>
                peopleSelection.choose(people.slice(0, CHOSEN_MOST).map(({ id }) => id))
              }
            >
              {t("peopleTable.choosePage")}
            </Button>
            <Button look="quiet" onClick={() => setAll(true)}>
              {t("peopleTable.chooseAll")}
            </Button>
          </>
        )}
        <IconButton
          label={t("bulk.clear")}
          keys="Esc"
          side="bottom"
          onClick={() => {
            setAll(false);
            peopleSelection.clear();
          }}
        >
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <div className="flex flex-wrap gap-1">
        <ChangeChoices onChange={run} />
        {may("contacts.edit") ? (
          <Button onClick={() => setAsking("field")}>{t("peopleTable.setField")}</Button>
        ) : null}
        {may("contacts.export") && (wide || ids.length <= CHOSEN_MOST) ? (
          <a
            className="control inline-flex items-center gap-2 border border-edge bg-surface px-3 font-medium hover:bg-surface-3"
            href={`/api/v1/people.csv?${exported.toString()}`}
            download
          >
            <Download size={16} aria-hidden="true" />
            {t("peopleTable.exportChosen")}
          </a>
        ) : null}
        {may("contacts.erase") && !wide && pair.length === 2 ? (
          <Button icon={<Merge size={16} aria-hidden="true" />} onClick={() => void mergeTwo(pair)}>
            {t("peopleTable.mergeTwo")}
          </Button>
        ) : null}
        {may("conversations.organize") ? (
          <Button
            icon={<Ban size={16} aria-hidden="true" />}
            onClick={() => run({ kind: "block" })}
          >
            {t("peopleTable.block")}
          </Button>
        ) : null}
        {may("contacts.erase") ? (
          <Button
            look="danger"
            disabled={isUncounted || count === 0}
            icon={<Eraser size={16} aria-hidden="true" />}
            onClick={() => setAsking("erase")}
          >
            {t("peopleTable.erase")}
          </Button>
        ) : null}
      </div>
      {asking === "erase" ? (
        <ErasePeople
          count={count}
          onErase={() => run({ kind: "erase" }, count)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === "field" ? (
        <SetField
          onSet={(name, value) => run({ kind: "field", name, value })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </section>
  );
}
