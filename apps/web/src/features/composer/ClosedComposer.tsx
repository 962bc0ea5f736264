import type { ConversationJson } from "@galka/contract/json/conversation";
import { LayoutTemplate } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { drafts, useDrafts } from "./drafts.ts";

const TemplatePicker = lazy(() =>
  import("./template/TemplatePicker.tsx").then((module) => ({ default: module.TemplatePicker })),
);

type Props = { readonly conversation: ConversationJson; readonly neverOpen: boolean };

/** In place of the field when the window is closed: why, and the templates that may be sent. */
export function ClosedComposer({ conversation, neverOpen }: Props) {
  const { t } = useTranslation();
  const [picking, setPicking] = useState(false);
  const draft = useDrafts()[conversation.id];
  useShortcut("reply", () => setPicking(true));

  return (
    <div className="border-t bg-surface p-3 narrow:px-6">
      <div className="mx-auto flex max-w-240 flex-wrap items-center gap-3">
        <p className="min-w-50 flex-1 text-list text-ink-2">
          {neverOpen ? t("composer.neverOpen") : t("composer.closed")}
          {draft ? (
            <span className="mt-1 block truncate" dir="auto">
              <span className="font-medium text-red">{t("inbox.draft")}</span> {draft}{" "}
              <button
                type="button"
                className="link"
                onClick={() => drafts.write(conversation.id, "")}
              >
                {t("action.discard")}
              </button>
            </span>
          ) : null}
        </p>
        <Button
          look="primary"
          icon={<LayoutTemplate size={16} aria-hidden="true" />}
          onClick={() => setPicking(true)}
        >
          {t("template.choose")}
        </Button>
      </div>
      {picking ? (
        <Suspense>
          <TemplatePicker conversation={conversation} onClose={() => setPicking(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
