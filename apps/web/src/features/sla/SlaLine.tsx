import type { SlaJson } from "@galka/contract/json/conversation";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { SLA_TONE, SlaIcon } from "./SlaIcon.tsx";
import { useSlaLook } from "./use-sla-look.ts";
import { useSlaWords } from "./use-sla-words.ts";

type Props = {
  readonly sla: SlaJson;
  /** Where there is little room: how long alone, with what it is about for whoever has it read out. */
  readonly short?: boolean;
};

/** The clock in words: which target, and how long until it is due or since. */
export function SlaLine({ sla, short = false }: Props) {
  const { t } = useTranslation();
  const { now, look } = useSlaLook(sla);
  const words = useSlaWords();
  if (look === null) return null;
  const { line, left, spoken } = words(now, look);
  const brief = look.is === "calm" ? left : t(`sla.short.${look.is}`, { left });
  return (
    <span
      data-sla={look.is}
      title={spoken}
      className={classNames(
        "inline-flex max-w-full shrink-0 items-center gap-1 text-meta tabular-nums",
        SLA_TONE[look.is],
      )}
    >
      <SlaIcon is={look.is} size={14} />
      <span aria-hidden="true" className="truncate">
        {short ? brief : line}
      </span>
      <span className="sr-only">{spoken}</span>
    </span>
  );
}
