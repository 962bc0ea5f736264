import type { ContactImportJson } from "@galka/contract/json/people";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import { useAudienceLists } from "../audience/audience-queries.ts";

/** On which list the people of a table are put. */
export type ListWish = {
  /** Empty for none. */
  readonly listId: string;
  /** What another list is called. */
  readonly name: string;
  readonly unknown: "add" | "leave";
};

/** A list that is made when the import begins. */
export const ANOTHER_LIST = "another";

export function listWishOf({ choices, fileName }: ContactImportJson, wantsList: boolean): ListWish {
  const before = choices?.list;
  return {
    listId: before?.id ?? (wantsList ? ANOTHER_LIST : ""),
    name: fileName.replace(/\.[a-z]{2,4}$/iu, "").slice(0, 100),
    unknown: before?.unknown ?? "add",
  };
}

type Props = { readonly wish: ListWish; readonly onChange: (wish: ListWish) => void };

/** Whether the people of a table are put on a list, which one, and what happens to strangers. */
export function ListChoice({ wish, onChange }: Props) {
  const { t } = useTranslation();
  const lists = useAudienceLists();
  return (
    <div className="mt-3 grid gap-3 border-t pt-3 narrow:grid-cols-2">
      <Field label={t("people.list.title")} hint={t("people.list.kept")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={wish.listId}
            onChange={(event) => onChange({ ...wish, listId: event.target.value })}
          >
            <option value="">{t("people.list.none")}</option>
            <option value={ANOTHER_LIST}>{t("people.list.made")}</option>
            {lists.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {wish.listId === ANOTHER_LIST ? (
        <Field label={t("people.list.name")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              maxLength={100}
              value={wish.name}
              onChange={(event) => onChange({ ...wish, name: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {wish.listId === "" ? null : (
        <Field label={t("people.list.unknown")}>
          {(tied) => (
            <select
              {...tied}
              className="field"
              value={wish.unknown}
              onChange={(event) =>
                onChange({ ...wish, unknown: event.target.value === "leave" ? "leave" : "add" })
              }
            >
              <option value="add">{t("people.list.add")}</option>
              <option value="leave">{t("people.list.leave")}</option>
            </select>
          )}
        </Field>
      )}
    </div>
  );
}
