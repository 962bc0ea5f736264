import type { TemplateJson } from "@galka/contract/json/templates/template";
import { Ban, CircleCheck, Clock, type LucideIcon, PauseCircle, XCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";

type Look = { readonly icon: LucideIcon; readonly color: string };

const WAITS: Look = { icon: Clock, color: "text-ink-2" };
const LOOKS: Readonly<Record<TemplateJson["status"], Look>> = {
  approved: { icon: CircleCheck, color: "text-green" },
  pending: WAITS,
  "in-appeal": WAITS,
  rejected: { icon: XCircle, color: "text-red" },
  paused: { icon: PauseCircle, color: "text-amber" },
  disabled: { icon: Ban, color: "text-red" },
  "limit-exceeded": { icon: Ban, color: "text-red" },
  archived: { icon: Ban, color: "text-ink-3" },
  "pending-deletion": { icon: Ban, color: "text-ink-3" },
  other: { icon: Ban, color: "text-ink-3" },
};

/** Where a template stands with Meta: an icon and words. */
export function StatusMark({ status }: { readonly status: TemplateJson["status"] }) {
  const { t } = useTranslation();
  const { icon: Icon, color } = LOOKS[status];
  return (
    <span
      className={classNames("inline-flex items-center gap-1 text-list whitespace-nowrap", color)}
    >
      <Icon size={14} aria-hidden="true" />
      {t(`template.status.${status}`)}
    </span>
  );
}
