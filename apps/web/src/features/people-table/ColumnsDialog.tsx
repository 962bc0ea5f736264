import { useTranslation } from "react-i18next";
import { Modal } from "../../ui/Modal.tsx";
import type { useColumns } from "./columns.ts";

type Props = { readonly columns: ReturnType<typeof useColumns>; readonly onClose: () => void };

/** Which columns the member wants to see. */
export function ColumnsDialog({ columns: { all, chosen, choose }, onClose }: Props) {
  const { t } = useTranslation();
  const ids = chosen.map(({ id }) => id);
  return (
    <Modal
      open
      onClose={onClose}
      title={t("peopleTable.columns")}
      description={t("peopleTable.columnsLead")}
      width="small"
    >
      <ul className="flex flex-col">
        {all.map((column) => (
          <li key={column.id}>
            <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                checked={ids.includes(column.id)}
                onChange={(event) =>
                  choose(
                    event.target.checked
                      ? [...ids, column.id]
                      : ids.filter((id) => id !== column.id),
                  )
                }
              />
              <bdi>
                {column.kind === "own" ? t(`peopleTable.column.${column.id}`) : column.field.name}
              </bdi>
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
