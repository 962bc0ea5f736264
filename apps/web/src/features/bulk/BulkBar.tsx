import type { WorkChangeJson } from "@galka/contract/json/bulk-change";
import { PRIORITIES } from "@galka/core/conversations/work";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useMe } from "../../api/me.ts";
import type { List } from "../../sync/workspace-state.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { useFilterOptions } from "../filters/use-filter-options.ts";
import { useAssigneeOptions } from "../work/use-assignees.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { ChangeProgress } from "./ChangeProgress.tsx";
import { PickOne } from "./PickOne.tsx";
import { selection, useSelection } from "./selection.ts";
import { useBulkChange } from "./use-bulk-change.ts";

type Props = {
  readonly list: List;
  /** The conversations of the list that are held here. */
  readonly shown: readonly string[];
};

const STATES = ["open", "pending", "closed"] as const;

/** What can be done to all that is chosen; while nothing is, how far a large change is. */
export function BulkBar({ list, shown }: Props) {
  const { t } = useTranslation();
  const chosen = useSelection();
  const { running, change } = useBulkChange();
  const [all, setAll] = useState(false);
  const wide = all && chosen.size > 0;
  useShortcut("leave", selection.clear, chosen.size > 0);

  if (running) {
    const { doneCount, totalCount } = running;
    const text = t("bulk.progress", { done: doneCount, total: totalCount });
    return <ChangeProgress text={text} done={doneCount} total={totalCount} />;
  }
  if (chosen.size === 0) return null;

  function run(what: WorkChangeJson): void {
    setAll(false);
    change(what, wide ? list : [...chosen]);
  }

  return (
    <section
      aria-label={t("bulk.region")}
      className="flex flex-col gap-2 border-b bg-blue-soft px-3 py-2"
    >
      <div className="flex items-center gap-2 text-list">
        <output className="flex-1 font-medium">
          {wide ? t("bulk.all") : t("bulk.chosen", { count: chosen.size })}
        </output>
        {wide ? null : (
          <Button
            look="quiet"
            onClick={() => {
              selection.choose(shown);
              setAll(true);
            }}
          >
            {t("bulk.chooseAll")}
          </Button>
        )}
        <IconButton label={t("bulk.clear")} keys="Esc" side="bottom" onClick={selection.clear}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <Actions onChange={run} />
    </section>
  );
}

function Actions({ onChange }: { readonly onChange: (what: WorkChangeJson) => void }) {
  const { t } = useTranslation();
  const { member } = useMe();
  const may = useMay();
  const mayOrganize = may("conversations.organize");
  const { label } = useFilterOptions();
  const assignees = useAssigneeOptions();
  const labels = label.filter(({ value }) => value !== "none");
  return (
    <div className="flex flex-wrap gap-1">
      {mayOrganize ? (
        <>
          <PickOne
            label={t("bulk.assign")}
            options={assignees}
            onPick={(to) => {
              if (to === "nobody") onChange({ assigneeId: null });
              else onChange({ assigneeId: to === "me" ? member.id : to });
            }}
          />
          <PickOne
            label={t("bulk.state")}
            options={STATES.map((value) => ({ value, name: t(`filters.status.${value}`) }))}
            onPick={(to) => {
              const status = STATES.find((it) => it === to);
              if (status) onChange({ status });
            }}
          />
          <PickOne
            label={t("work.priority")}
            options={PRIORITIES.map((value) => ({ value, name: t(`filters.priority.${value}`) }))}
            onPick={(to) => {
              const priority = PRIORITIES.find((it) => it === to);
              if (priority) onChange({ priority });
            }}
          />
        </>
      ) : null}
      {mayOrganize && labels.length > 0 ? (
        <>
          <PickOne
            label={t("bulk.addLabel")}
            options={labels}
            onPick={(id) => onChange({ addLabels: [id] })}
          />
          <PickOne
            label={t("bulk.removeLabel")}
            options={labels}
            onPick={(id) => onChange({ removeLabels: [id] })}
          />
        </>
      ) : null}
      {may("conversations.reply") ? (
        <>
          <Button onClick={() => onChange({ unread: false })}>{t("bulk.read")}</Button>
          <Button onClick={() => onChange({ unread: true })}>{t("bulk.unread")}</Button>
        </>
      ) : null}
    </div>
  );
}
