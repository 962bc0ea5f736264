import type { SlaJson } from "@galka/contract/json/conversation";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { SLA_TONE, SlaIcon } from "./SlaIcon.tsx";
import { useSlaLook } from "./use-sla-look.ts";
import { useSlaWords } from "./use-sla-words.ts";

/**
 * The clock in a row: while somebody waits, and of a resolution from its warning on.
 *
 * Its room is as wide as what it may say, so that nothing moves while it counts.
 */
export function SlaMark({ sla }: { readonly sla: SlaJson }) {
  const { t } = useTranslation();
  const { now, look } = useSlaLook(sla);
  const words = useSlaWords();
  if (look === null || (look.is === "calm" && look.target === "resolution")) return null;
  const { left, spoken } = words(now, look);
  return (
    <span
      data-sla={look.is}
      title={spoken}
      className={classNames(
        "inline-flex min-w-14 shrink-0 items-center justify-end gap-0.5 text-[11px]/[16px] tabular-nums",
        SLA_TONE[look.is],
      )}
    >
      <SlaIcon is={look.is} size={14} />
      <span aria-hidden="true">
        {look.is === "calm" ? left : t(`sla.short.${look.is}`, { left })}
      </span>
      <span className="sr-only">{spoken}</span>
    </span>
  );
}
