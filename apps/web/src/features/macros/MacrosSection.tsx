import type { MacroJson, QuickReplyJson } from "@galka/contract/json/library";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Section } from "../settings/Section.tsx";
import { MacroForm } from "./MacroForm.tsx";
import { useMacros } from "./macros-query.ts";
import { useStepWords } from "./use-step-words.ts";

/** The macros, each with what it does. */
export function MacrosSection({ replies }: { readonly replies: readonly QuickReplyJson[] }) {
  const { t } = useTranslation();
  const macros = useMacros(true);
  const words = useStepWords(replies);
  const [open, setOpen] = useState<MacroJson | "another" | null>(null);
  return (
    <Section
      title={t("macros.title")}
      lead={t("macros.lead")}
      action={
        <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setOpen("another")}>
          {t("macros.add")}
        </Button>
      }
    >
      <ul className="flex flex-col divide-y">
        {macros.map((macro) => (
          <li key={macro.id} className="flex flex-wrap items-center gap-3 py-2">
            <span className="min-w-40 flex-1">
              <span className="block font-medium">
                <bdi>{macro.name}</bdi>
              </span>
              <span className="block text-list text-ink-2">
                {macro.steps.map(words).join(" → ")}
              </span>
            </span>
            <Button
              disabled={!macro.mayChange}
              aria-label={t("library.edit", { name: macro.name })}
              onClick={() => setOpen(macro)}
            >
              {t("action.edit")}
            </Button>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <Modal
          open
          onClose={() => setOpen(null)}
          title={open === "another" ? t("macros.add") : open.name}
        >
          <MacroForm
            macro={open === "another" ? null : open}
            replies={replies}
            onDone={() => setOpen(null)}
          />
        </Modal>
      )}
    </Section>
  );
}
