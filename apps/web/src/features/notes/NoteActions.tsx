import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../api/use-deed.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";

type Props = {
  readonly id: string;
  /** Only whoever wrote it may change what it says. */
  readonly isOwn: boolean;
  readonly onEdit: () => void;
};

/** What can be done with a note: change it, and take it back after being asked once. */
export function NoteActions({ id, isOwn, onEdit }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useDeed();

  async function takeBack(): Promise<void> {
    if (await run(() => api("deleteNote", { params: { id } }))) setAsking(false);
  }

  return (
    <p className="mt-1 flex flex-wrap gap-3 text-meta">
      {isOwn ? (
        <button type="button" className="link min-h-6 pointer-coarse:min-h-11" onClick={onEdit}>
          {t("note.change")}
        </button>
      ) : null}
      <button
        type="button"
        className="link min-h-6 pointer-coarse:min-h-11"
        onClick={() => setAsking(true)}
      >
        {t("note.takeBack")}
      </button>
      {asking ? (
        <Modal open onClose={() => setAsking(false)} title={t("note.ask")} width="small">
          <p className="mb-4">{t("note.askLead")}</p>
          {error === null ? null : (
            <p role="alert" className="mb-3 text-list text-red">
              {error}
            </p>
          )}
          <Button look="danger" busy={busy} onClick={() => void takeBack()}>
            {t("note.takeBack")}
          </Button>
        </Modal>
      ) : null}
    </p>
  );
}
