import { Tags } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { PanelSection } from "../contact/PanelSection.tsx";
import { LabelChips } from "./LabelChips.tsx";

const LabelPicker = lazy(() =>
  import("./LabelPicker.tsx").then((module) => ({ default: module.LabelPicker })),
);

/** The labels of the open conversation, in the panel. */
export function LabelsSection({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const mayChoose = useMay()("conversations.organize");
  const [choosing, setChoosing] = useState(false);
  const conversation = useWorkspace((state) => state.conversations.get(conversationId));
  if (!conversation) return null;
  return (
    <PanelSection
      title={t("labels.title")}
      action={
        mayChoose ? (
          <IconButton label={t("labels.choose")} keys="L" onClick={() => setChoosing(true)}>
            <Tags size={16} aria-hidden="true" />
          </IconButton>
        ) : null
      }
    >
      {conversation.labelIds.length > 0 ? (
        <LabelChips labelIds={conversation.labelIds} />
      ) : (
        <p className="text-list text-ink-2">{t("labels.noneHere")}</p>
      )}
      {choosing ? (
        <Suspense>
          <LabelPicker conversation={conversation} onClose={() => setChoosing(false)} />
        </Suspense>
      ) : null}
    </PanelSection>
  );
}
