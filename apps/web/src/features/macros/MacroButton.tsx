import type { ConversationJson } from "@galka/contract/json/conversation";
import { Zap } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";

const RunMacro = lazy(() =>
  import("./RunMacro.tsx").then((module) => ({ default: module.RunMacro })),
);

/** Opens the macros for a conversation. */
export function MacroButton({ conversation }: { readonly conversation: ConversationJson }) {
  const { t } = useTranslation();
  const may = useMay();
  const mayRun = may("conversations.reply") || may("conversations.organize");
  const [open, setOpen] = useState(false);
  useShortcut("macros", () => setOpen(true), mayRun);
  if (!mayRun) return null;
  return (
    <>
      <IconButton label={t("macros.run")} keys="M" side="bottom" onClick={() => setOpen(true)}>
        <Zap size={20} aria-hidden="true" />
      </IconButton>
      {open ? (
        <Suspense>
          <RunMacro conversation={conversation} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
