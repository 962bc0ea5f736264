import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateDeskJson } from "@galka/emulator/wire/control";
import { exactTime } from "../../text/time.ts";
import { useNow } from "../../ui/use-now.ts";
import { Chip } from "../parts/Chip.tsx";
import { timeSpan } from "../parts/figures.ts";
import type { Act } from "../parts/use-act.ts";
import { TemplateCard } from "./TemplateCard.tsx";
import { TemplateDecisions } from "./TemplateDecisions.tsx";
import { isWaiting, signOf } from "./template-status.ts";

type Props = { readonly template: TemplateDeskJson; readonly act: Act };

/** One template: its state in a line, its preview and what can be decided below. */
export function TemplateRow({ template, act }: Props) {
  const { t } = useTranslation();
  const { name, language, category, status } = template;
  const [seen, setSeen] = useState(status);
  const [open, setOpen] = useState(() => isWaiting(status));
  // What waits lies open, and stays so when it has been decided: one sees what came of it.
  if (seen !== status) {
    setSeen(status);
    if (isWaiting(status)) setOpen(true);
  }
  const { icon, tone } = signOf(status);
  return (
    <li data-template={name}>
      <button
        type="button"
        aria-expanded={open}
        className="row-btn flex-wrap gap-y-0! px-1!"
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={16} aria-hidden className={`flex-none ${open ? "rotate-90" : ""}`} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-mono text-list font-medium">{name}</span>
          <span className="block text-meta text-ink-3">
            {language} · {t(`templates.category.${category}`, { defaultValue: category })}
          </span>
        </span>
        <Chip icon={icon} tone={tone}>
          {t(`templates.status.${status}`, { defaultValue: status })}
        </Chip>
      </button>
      {open && (
        <div className="grid gap-4 ps-7 pe-1 pb-4 @3xl:grid-cols-[minmax(0,340px)_1fr]">
          <TemplateCard components={template.components} category={category} />
          <div className="min-w-0 space-y-3">
            <Story template={template} />
            <TemplateDecisions key={status} template={template} act={act} />
          </div>
        </div>
      )}
    </li>
  );
}

/** What has become of it, in sentences. */
function Story({ template }: { readonly template: TemplateDeskJson }) {
  const { t, i18n } = useTranslation();
  const now = useNow(1_000);
  const { status, rejectedReason, pausedUntil, pauseCount, nextCategory, qualityScore } = template;
  const when = (iso: string) => ({
    at: exactTime(Date.parse(iso), i18n.language),
    span: timeSpan(Math.max(0, Date.parse(iso) - now), i18n.language),
  });
  const lines = [
    status === "REJECTED" &&
      t("templates.rejectedFor", {
        reason: t(`templates.reason.${rejectedReason}`, { defaultValue: rejectedReason }),
      }),
    pausedUntil !== null && t("templates.pausedUntil", when(pausedUntil)),
    pauseCount > 0 && t("templates.pauses", { count: pauseCount }),
    nextCategory !== null &&
      t("templates.nextCategory", {
        category: t(`templates.category.${nextCategory.category}`, {
          defaultValue: nextCategory.category,
        }),
        at: exactTime(Date.parse(nextCategory.at), i18n.language),
      }),
    qualityScore !== "UNKNOWN" && t("templates.quality", { quality: t(`quality.${qualityScore}`) }),
    template.advice !== null && adviceWords(),
  ];
  return (
    <ul className="space-y-1 text-list">
      {lines.map((line, at) => line !== false && <li key={at}>{line}</li>)}
    </ul>
  );

  function adviceWords(): string {
    const { advice } = template;
    if (advice === null || advice.decision === "approve") return t("templates.adviceApprove");
    if (advice.decision === "recategorize") return t("templates.adviceMove");
    return t("templates.adviceReject", { reason: t(`templates.reason.${advice.reason}`) });
  }
}
