import type { ContactConsentJson, ConsentStateJson } from "@galka/contract/json/consent/consent";
import { CONSENT_PURPOSES } from "@galka/core/consent/consent";
import { useQuery } from "@tanstack/react-query";
import { Ban, Check, FileText, Minus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { PanelSection } from "../contact/PanelSection.tsx";
import { ConsentHistory } from "./ConsentHistory.tsx";
import { consentQuery } from "./consent-query.ts";

const RecordForm = lazy(() =>
  import("./RecordForm.tsx").then((module) => ({ default: module.RecordForm })),
);
const AskForm = lazy(() => import("./AskForm.tsx").then((module) => ({ default: module.AskForm })));

type Props = {
  readonly contactId: string;
  /** The conversation that is open beside it, if one is. */
  readonly conversationId: string | null;
};

/** What a contact agrees to, what proves it, and how to ask or to record more. */
export function ConsentSection({ contactId, conversationId }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const may = useMay();
  const consent = useQuery(consentQuery(useApi(), contactId));
  const [open, setOpen] = useState<"record" | "ask" | null>(null);
  if (!consent.data) return null;
  const language = locale.startsWith("ru") ? "ru" : "en";
  return (
    <PanelSection title={t("consent.title")}>
      <ConsentStates consent={consent.data} />
      <ConsentHistory consent={consent.data} />
      <div className="mt-3 flex flex-wrap gap-2">
        {may("contacts.edit") ? (
          <Button onClick={() => setOpen("record")}>{t("consent.record")}</Button>
        ) : null}
        {conversationId && may("conversations.reply") ? (
          <Button onClick={() => setOpen("ask")}>{t("consent.ask")}</Button>
        ) : null}
        <a
          className="control inline-flex items-center gap-2 border border-edge px-3 font-medium hover:bg-surface-3"
          href={`/api/v1/contacts/${contactId}/consent-proof/pdf?language=${language}`}
          download
        >
          <FileText size={16} aria-hidden="true" />
          {t("consent.proof")}
        </a>
      </div>
      <Suspense>
        {open === "record" ? (
          <RecordForm contactId={contactId} onClose={() => setOpen(null)} />
        ) : null}
        {open === "ask" && conversationId ? (
          <AskForm conversationId={conversationId} onClose={() => setOpen(null)} />
        ) : null}
      </Suspense>
    </PanelSection>
  );
}

function ConsentStates({ consent }: { readonly consent: ContactConsentJson }) {
  const { t } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  return (
    <ul className="flex flex-col gap-1 text-list">
      {CONSENT_PURPOSES.flatMap((purpose) => {
        const states = consent.states.filter((it) => it.purpose === purpose);
        const [first] = states;
        if (!first) return [];
        const isSame = states.every(
          (it) => it.valid === first.valid && it.missing === first.missing,
        );
        return (isSame ? [first] : states).map((state) => {
          const channel = channels?.get(state.channelId)?.name ?? t("channel.removed");
          const title = t(`consent.purposeTitle.${purpose}`);
          return (
            <li key={`${purpose} ${state.channelId}`} className="flex items-start gap-2">
              <StateIcon state={state} />
              <span className="min-w-0 flex-1">
                {isSame ? title : t("consent.onChannel", { purpose: title, channel })}
              </span>
              <span className="text-right text-ink-2">
                {state.missing === null
                  ? t("consent.valid")
                  : t(`consent.missing.${state.missing}`)}
              </span>
            </li>
          );
        });
      })}
    </ul>
  );
}

function StateIcon({ state }: { readonly state: ConsentStateJson }) {
  const look = { size: 16, "aria-hidden": true, className: "mt-0.5 shrink-0 text-ink-3" } as const;
  if (state.valid) return <Check {...look} className="mt-0.5 shrink-0 text-green" />;
  return state.missing === "nothing-recorded" ? (
    <Minus {...look} />
  ) : (
    <Ban {...look} className="mt-0.5 shrink-0 text-red" />
  );
}
