import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import { type SpanDraft, nextSpan } from "./hours-draft.ts";

type Props = {
  /** The day of the week or the holiday, for who cannot see where the fields stand. */
  readonly day: string;
  readonly spans: readonly SpanDraft[];
  readonly onChange: (spans: readonly SpanDraft[]) => void;
};

const TIME = "field w-30!";
const MOST = 10;

/** The periods of one day, as many as it has. */
export function DaySpans({ day, spans, onChange }: Props) {
  const { t } = useTranslation();
  const replace = (index: number, change: Partial<SpanDraft>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)));
  return (
    <div className="flex min-w-76 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
      {spans.length === 0 ? <span className="text-ink-2">{t("hours.closedAllDay")}</span> : null}
      {spans.map((span, index) => (
        <div key={index} className="flex items-center gap-1">
          <input
            type="time"
            required
            className={TIME}
            aria-label={t("hours.from", { day, number: index + 1 })}
            value={span.from}
            onChange={({ target }) => replace(index, { from: target.value })}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            required
            className={TIME}
            aria-label={t("hours.to", { day, number: index + 1 })}
            value={span.to}
            onChange={({ target }) => replace(index, { to: target.value })}
          />
          <IconButton
            label={t("hours.removeSpan", { day, number: index + 1 })}
            onClick={() => onChange(spans.filter((_, at) => at !== index))}
          >
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {spans.length < MOST ? (
        <IconButton
          label={t("hours.addSpan", { day })}
          onClick={() => onChange([...spans, nextSpan(spans)])}
        >
          <Plus size={16} aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  );
}
