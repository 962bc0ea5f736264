import { FileSpreadsheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { TableUpload } from "../people/TableUpload.tsx";
import { useAudienceLists } from "./audience-queries.ts";
import { ListRow } from "./ListRow.tsx";

/** Lists that a file fills: their people bring what stands in its columns. */
export function FileLists() {
  const { t } = useTranslation();
  const may = useMay();
  const files = useAudienceLists().filter(({ importId }) => importId !== null);
  return (
    <section className="flex flex-col gap-3">
      <p className="text-list text-ink-2">{t("audience.filesLead")}</p>
      {may("contacts.import") ? <TableUpload into="list" /> : null}
      {files.length === 0 ? (
        <EmptyState
          icon={<FileSpreadsheet size={28} />}
          title={t("audience.noFiles.title")}
          text={t("audience.noFiles.text")}
        />
      ) : (
        <ul className="flex flex-col divide-y rounded-bubble border bg-surface">
          {files.map((list) => (
            <ListRow key={list.id} list={list} />
          ))}
        </ul>
      )}
    </section>
  );
}
