import type { HealthSeverityJson } from "@galka/contract/json/numbers/health";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";

const LOOKS = {
  ok: { icon: CircleCheck, className: "text-green" },
  notice: { icon: Info, className: "text-ink-2" },
  warning: { icon: TriangleAlert, className: "text-amber" },
  critical: { icon: CircleAlert, className: "text-red" },
} as const;

/** How bad something is: a shape, a colour and a word. */
export function SeverityMark({ severity }: { readonly severity: HealthSeverityJson }) {
  const { t } = useTranslation();
  const { icon: Icon, className } = LOOKS[severity];
  return (
    <span
      className={classNames(
        "inline-flex shrink-0 items-center gap-1 text-list font-medium",
        className,
      )}
    >
      <Icon size={16} aria-hidden="true" />
      {t(`health.severity.${severity}`)}
    </span>
  );
}
