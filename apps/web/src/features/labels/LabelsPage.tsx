import type { LabelJson } from "@galka/contract/json/thread";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { toasts } from "../../ui/toasts.ts";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { Section } from "../settings/Section.tsx";
import { LabelForm } from "./LabelForm.tsx";
import { LabelMark } from "./LabelMark.tsx";
import { useLabels } from "./labels-query.ts";

/** The labels of the workspace: made, changed and taken away. */
export function LabelsPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const mayChange = useMe().permissions.includes("library.manage");
  const [open, setOpen] = useState<LabelJson | "new" | null>(null);
  const [leaving, setLeaving] = useState<LabelJson | null>(null);
  return (
    <SettingsSheet title={t("labels.title")}>
      <Section
        title={t("labels.title")}
        lead={t("labels.lead")}
        action={
          mayChange ? (
            <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setOpen("new")}>
              {t("labels.add")}
            </Button>
          ) : null
        }
      >
        {labels.length === 0 ? <p className="text-list text-ink-2">{t("labels.none")}</p> : null}
        <ul className="divide-y">
          {labels.map((label) => (
            <li key={label.id} className="flex min-h-11 items-center gap-3">
              <LabelMark color={label.color} shape={label.shape} size={16} />
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {label.name}
              </span>
              {mayChange ? (
                <>
                  {" "}
                  <IconButton
                    label={t("labels.editOne", { name: label.name })}
                    onClick={() => setOpen(label)}
                  >
                    <Pencil size={16} aria-hidden="true" />
                  </IconButton>
                  <IconButton
                    label={t("labels.deleteOne", { name: label.name })}
                    onClick={() => setLeaving(label)}
                  >
                    <Trash2 size={16} aria-hidden="true" />
                  </IconButton>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      {open ? (
        <LabelForm label={open === "new" ? null : open} onClose={() => setOpen(null)} />
      ) : null}
      {leaving ? <DeleteLabel label={leaving} onClose={() => setLeaving(null)} /> : null}
    </SettingsSheet>
  );
}

function DeleteLabel({
  label,
  onClose,
}: {
  readonly label: LabelJson;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();

  function remove(): void {
    onClose();
    api("deleteLabel", { params: { id: label.id } }).catch((error: unknown) =>
      toasts.add({ title: words(error) }),
    );
  }

  return (
    <Modal open onClose={onClose} title={t("labels.deleteOne", { name: label.name })} width="small">
      <p className="mb-4">{t("labels.deleteLead")}</p>
      <Button look="danger" onClick={remove}>
        {t("labels.delete")}
      </Button>
    </Modal>
  );
}
