import { useTranslation } from "react-i18next";
import { dayAndTime, exactTime } from "../../i18n/dates.ts";
import { timeLeft } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useNow } from "../../sync/use-now.ts";
import { classNames } from "../../ui/class-names.ts";
import { windowState } from "../inbox/window-state.ts";

/** How long anything may be answered, or that only a template goes. */
export function WindowLine({ lastInboundAt }: { readonly lastInboundAt: string | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow("second");
  const { open, leftMs, soon, closesAt } = windowState(now, lastInboundAt);
  const title = closesAt ? exactTime(locale, closesAt) : undefined;

  return (
    <p
      title={title}
      className={classNames(
        "flex items-center gap-1.5 truncate text-meta",
        soon ? "font-medium text-amber" : "text-ink-2",
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "size-2 shrink-0 rounded-full",
          !open && "border border-edge",
          open && (soon ? "bg-amber-mark" : "bg-blue"),
        )}
      />
      <span className="truncate">
        {open && closesAt
          ? t(soon ? "window.openSoon" : "window.open", {
              left: timeLeft(leftMs),
              until: dayAndTime(locale, now, closesAt),
            })
          : closesAt
            ? t("window.closed", { at: dayAndTime(locale, now, closesAt) })
            : t("window.never")}
      </span>
    </p>
  );
}
