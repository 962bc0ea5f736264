import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";

type Props = {
  readonly name: string;
  readonly language: string;
  readonly languagesCount: number;
  readonly isApproved: boolean;
  readonly onClose: () => void;
  readonly onDelete: (languages: "one" | "all") => Promise<void>;
};

/** What a deletion takes away, before it does. */
export function DeleteDialog(props: Props) {
  const { name, language, languagesCount, isApproved, onClose, onDelete } = props;
  const { t } = useTranslation();
  const remove = (languages: "one" | "all") => {
    onClose();
    void onDelete(languages);
  };
  return (
    <Modal open onClose={onClose} title={t("templates.deleteTitle", { name })} width="small">
      <p className="mb-2">{t("templates.deleteLead")}</p>
      {isApproved ? <p className="mb-4 text-amber">{t("templates.deleteBlocks")}</p> : null}
      <div className="flex flex-wrap justify-end gap-2">
        {languagesCount > 1 ? (
          <Button look="danger" onClick={() => remove("all")}>
            {t("templates.deleteAll", { count: languagesCount })}
          </Button>
        ) : null}
        <Button look="danger" onClick={() => remove("one")}>
          {t("templates.deleteOne", { language })}
        </Button>
      </div>
    </Modal>
  );
}
