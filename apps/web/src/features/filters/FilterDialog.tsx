import type { ConditionJson, FilterJson } from "@galka/contract/json/filter";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { emptyCondition, filterOf, plainConditions } from "./condition-kinds.ts";
import { ConditionRow } from "./ConditionRow.tsx";
import { SaveViewForm } from "./SaveViewForm.tsx";

type Props = {
  readonly filter: FilterJson;
  /** The view that the filter belongs to. */
  readonly viewId: string | null;
  readonly onShow: (filter: FilterJson) => void;
  readonly onSaved: (viewId: string | null) => void;
  readonly onClose: () => void;
};

/** The conditions of the list, how many conversations they mean, and a name to keep them under. */
export function FilterDialog({ filter, viewId, onShow, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const start = plainConditions(filter);
  const [conditions, setConditions] = useState<readonly Row[]>(() =>
    (start.plain.length > 0 ? start.plain : [emptyCondition("status")]).map(rowOf),
  );
  const [saving, setSaving] = useState(false);
  const wanted: FilterJson = {
    all: [...filterOf(conditions.map((row) => row.condition)).all, ...start.others],
  };

  return (
    <Modal open onClose={onClose} title={t("filters.title")} description={t("filters.lead")}>
      <ul className="flex flex-col gap-2">
        {conditions.map((row) => (
          <ConditionRow
            key={row.key}
            condition={row.condition}
            onChange={(condition) =>
              setConditions(
                conditions.map((it) => (it.key === row.key ? { ...it, condition } : it)),
              )
            }
            onRemove={() => setConditions(conditions.filter((it) => it.key !== row.key))}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          look="quiet"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => setConditions([...conditions, rowOf(emptyCondition("assignee"))])}
        >
          {t("filters.add")}
        </Button>
        <Count filter={wanted} />
      </div>
      {saving ? (
        <SaveViewForm
          filter={wanted}
          viewId={viewId}
          onSaved={onSaved}
          onCancel={() => setSaving(false)}
        />
      ) : (
        <div className="mt-4 flex flex-wrap justify-end gap-2 border-t pt-4">
          <Button look="quiet" onClick={() => onShow({ all: [] })}>
            {t("filters.clear")}
          </Button>
          <Button onClick={() => setSaving(true)}>{t("filters.save")}</Button>
          <Button look="primary" onClick={() => onShow(wanted)}>
            {t("filters.show")}
          </Button>
        </div>
      )}
    </Modal>
  );
}

type Row = { readonly key: string; readonly condition: ConditionJson };

let lastKey = 0;

function rowOf(condition: ConditionJson): Row {
  lastKey += 1;
  return { key: `condition-${lastKey}`, condition };
}

function Count({ filter }: { readonly filter: FilterJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const where = JSON.stringify(filter);
  const { data } = useQuery({
    queryKey: ["conversation-count", where],
    queryFn: ({ signal }) => api("countConversations", { query: { where } }, { signal }),
    staleTime: 5000,
  });
  return (
    <output className="ml-auto text-list text-ink-2">
      {data
        ? data.count >= data.upTo
          ? t("filters.countMore", { count: data.upTo })
          : t("filters.count", { count: data.count })
        : ""}
    </output>
  );
}
