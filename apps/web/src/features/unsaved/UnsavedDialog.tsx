import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import type { Unsaved } from "./use-unsaved.ts";

/** Asks whoever leaves what they have changed and not saved. */
export function UnsavedDialog({ unsaved }: { readonly unsaved: Unsaved }) {
  const { t } = useTranslation();
  if (!unsaved.asking) return null;
  return (
    <Modal open onClose={unsaved.stay} title={t("unsaved.title")} width="small">
      <p className="mb-4">{t("unsaved.lead")}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={unsaved.stay}>{t("unsaved.stay")}</Button>
        <Button look="danger" onClick={unsaved.leave}>
          {t("unsaved.leave")}
        </Button>
      </div>
    </Modal>
  );
}
