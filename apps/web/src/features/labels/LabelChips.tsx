import { useTranslation } from "react-i18next";
import { LabelMark } from "./LabelMark.tsx";
import { useLabels } from "./labels-query.ts";

type Props = {
  readonly labelIds: readonly string[];
  /** More than this many are told as a number. */
  readonly most?: number;
};

/** The labels of a conversation: mark and name; in a narrow place the marks with their names read out. */
export function LabelChips({ labelIds, most = 20 }: Props) {
  const { t } = useTranslation();
  const labels = useLabels().filter(({ id }) => labelIds.includes(id));
  if (labels.length === 0) return null;
  const more = labels.length - most;
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-1">
      <span className="sr-only">{t("labels.title")}</span>
      {labels.slice(0, most).map(({ id, name, color, shape }) => (
        <span
          key={id}
          className="inline-flex max-w-28 items-center gap-1 rounded border px-1 text-[11px] leading-4 text-ink-2"
        >
          <LabelMark color={color} shape={shape} size={10} />
          <span className="truncate" dir="auto">
            {name}
          </span>
        </span>
      ))}
      {more > 0 ? (
        <span className="text-[11px] text-ink-2">{t("labels.more", { count: more })}</span>
      ) : null}
    </span>
  );
}
