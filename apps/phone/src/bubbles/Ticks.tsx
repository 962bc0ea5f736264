import { Check, CheckCheck, Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Ticks as TicksJson } from "@galka/emulator/wire/control";

const ICON = {
  waiting: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  played: CheckCheck,
};

/** How far the person's own message has come: a shape, a colour and a word. */
export function Ticks({ ticks }: { readonly ticks: TicksJson }) {
  const { t } = useTranslation();
  const Icon = ICON[ticks];
  const seen = ticks === "read" || ticks === "played";
  const words = t(`ticks.${ticks}`);
  return (
    <span
      title={words}
      data-ticks={ticks}
      className={`inline-flex flex-none ${seen ? "text-blue-ink" : ""}`}
    >
      <Icon size={ticks === "waiting" ? 13 : 16} strokeWidth={seen ? 2.5 : 2} aria-hidden />
      <span className="sr-only">{words}</span>
    </span>
  );
}
