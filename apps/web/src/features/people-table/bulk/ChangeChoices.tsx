import type { PeopleChangeJson } from "@galka/contract/json/people/people-table";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useMay } from "../../../api/use-may.ts";
import { PickOne } from "../../bulk/PickOne.tsx";
import { ListChoices } from "./ListChoices.tsx";
import { useFilterOptions } from "../../filters/use-filter-options.ts";

/** Who looks after the contacts that are chosen, and the labels of their conversations. */
export function ChangeChoices({
  onChange,
}: {
  readonly onChange: (change: PeopleChangeJson) => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { member } = useMe();
  const { assignee, label } = useFilterOptions();
  const labels = label.filter(({ value }) => value !== "none");
  return (
    <>
      {may("contacts.edit") ? (
        <PickOne
          label={t("peopleTable.responsible")}
          options={assignee}
          onPick={(to) =>
            onChange({
              kind: "responsible",
              to: to === "nobody" ? null : to === "me" ? member.id : to,
            })
          }
        />
      ) : null}
      {may("contacts.edit") ? <ListChoices onChange={onChange} /> : null}
      {may("conversations.organize") && labels.length > 0 ? (
        <>
          <PickOne
            label={t("bulk.addLabel")}
            options={labels}
            onPick={(labelId) => onChange({ kind: "label", labelId, on: true })}
          />
          <PickOne
            label={t("bulk.removeLabel")}
            options={labels}
            onPick={(labelId) => onChange({ kind: "label", labelId, on: false })}
          />
        </>
      ) : null}
    </>
  );
}
