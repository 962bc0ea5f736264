import type {
  PeopleConditionJson,
  PeopleFilterJson,
} from "@galka/contract/json/people/people-table";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import type { PeopleSearch } from "../people-search.ts";
import { usePeopleCount } from "../use-people.ts";
import { emptyPeopleCondition, saysSomething } from "./people-conditions.ts";
import { PeopleConditionRow } from "./PeopleConditionRow.tsx";

type Props = {
  readonly search: PeopleSearch;
  readonly onShow: (filter: PeopleFilterJson) => void;
  readonly onClose: () => void;
};

type Row = { readonly key: number; readonly condition: PeopleConditionJson };

let lastKey = 0;

function rowOf(condition: PeopleConditionJson): Row {
  lastKey += 1;
  return { key: lastKey, condition };
}

/** Which contacts the table shows, and how many they are. What has alternatives is kept as it is. */
export function PeopleFilterDialog({ search, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const before = search.who?.all ?? [];
  const plain = before.flatMap((clause) => ("any" in clause ? [] : [clause]));
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (plain.length > 0 ? plain : [emptyPeopleCondition("label")]).map(rowOf),
  );
  const wanted: PeopleFilterJson = {
    all: [
      ...rows.map(({ condition }) => condition).filter(saysSomething),
      ...before.filter((clause) => "any" in clause),
    ],
  };
  const count = usePeopleCount({ ...search, who: wanted });

  return (
    <Modal
      open
      onClose={onClose}
      title={t("filters.title")}
      description={t("peopleTable.filterLead")}
    >
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <PeopleConditionRow
            key={row.key}
            condition={row.condition}
            onChange={(condition) =>
              setRows(rows.map((it) => (it.key === row.key ? { ...it, condition } : it)))
            }
            onRemove={() => setRows(rows.filter((it) => it.key !== row.key))}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          look="quiet"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => setRows([...rows, rowOf(emptyPeopleCondition("responsible"))])}
        >
          {t("filters.add")}
        </Button>
        <output className="ml-auto text-list text-ink-2">
          {count
            ? count.count >= count.upTo
              ? t("peopleTable.countMore", { count: count.upTo - 1 })
              : t("peopleTable.count", { count: count.count })
            : ""}
        </output>
      </div>
      <div className="mt-4 flex flex-wrap justify-end gap-2 border-t pt-4">
        <Button look="quiet" onClick={() => onShow({ all: [] })}>
          {t("filters.clear")}
        </Button>
        <Button look="primary" onClick={() => onShow(wanted)}>
          {t("filters.show")}
        </Button>
      </div>
    </Modal>
  );
}
