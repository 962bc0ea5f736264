import type { PeopleChangeJson } from "@galka/contract/json/people/people-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAudienceLists } from "../../audience/audience-queries.ts";
import { ListDialog } from "../../audience/ListDialog.tsx";
import { PickOne } from "../../bulk/PickOne.tsx";

const ANOTHER = "another";

/** On which list the contacts that are chosen are put, one that is made for it too, and off which they are taken. */
export function ListChoices({
  onChange,
}: {
  readonly onChange: (change: PeopleChangeJson) => void;
}) {
  const { t } = useTranslation();
  const lists = useAudienceLists().map(({ id, name }) => ({ value: id, name }));
  const [makes, setMakes] = useState(false);
  return (
    <>
      <PickOne
        label={t("audience.addTo")}
        options={[...lists, { value: ANOTHER, name: t("audience.listOther") }]}
        onPick={(listId) =>
          listId === ANOTHER ? setMakes(true) : onChange({ kind: "list", listId, on: true })
        }
      />
      {lists.length > 0 ? (
        <PickOne
          label={t("audience.dropFrom")}
          options={lists}
          onPick={(listId) => onChange({ kind: "list", listId, on: false })}
        />
      ) : null}
      {makes ? (
        <ListDialog
          list={null}
          onClose={() => setMakes(false)}
          onMade={(listId) => onChange({ kind: "list", listId, on: true })}
        />
      ) : null}
    </>
  );
}
