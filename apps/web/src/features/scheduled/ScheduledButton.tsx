import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { namedBy } from "../../ui/name-tags.ts";
import { scheduledQuery } from "./scheduled-query.ts";

/** The way to all that waits for its time; here only while something does, red when something could not be sent. */
export function ScheduledButton() {
  const { t } = useTranslation();
  const { data } = useQuery(scheduledQuery(useApi()));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const failed = items.filter(({ state }) => state === "failed").length;
  const name = failed > 0 ? t("scheduled.someFailed", { count: failed }) : t("scheduled.title");
  return (
    <Link
      to="/scheduled"
      aria-label={name}
      {...namedBy({ name, keys: undefined, side: "bottom" })}
      className={`control-icon inline-flex shrink-0 items-center justify-center hover:bg-surface-3 ${failed > 0 ? "text-red" : "text-ink-2 hover:text-ink"}`}
    >
      <Clock size={20} aria-hidden="true" />
    </Link>
  );
}
