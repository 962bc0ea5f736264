import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { ClosingWindows } from "./ClosingWindows.tsx";
import { DueTargets } from "./DueTargets.tsx";
import type { SoonestSearch } from "./soonest-search.ts";

const QUEUES = [
  { name: "windows", search: {} },
  { name: "targets", search: { of: "targets" } },
] as const;

/** What has to be answered first: windows that are about to shut, and targets that are about to be due. */
export function SoonestPage() {
  const { t } = useTranslation();
  const { of }: SoonestSearch = useSearch({ from: "/signed-in/soonest" });
  return (
    <div className="h-full overflow-y-auto bg-desk">
      <div className="mx-auto flex max-w-240 flex-col gap-4 px-4 py-6 narrow:px-8">
        <header>
          <h1 className="text-head font-semibold">{t("place.soonest")}</h1>
          <p className="mt-1 text-ink-2">{t(`soonest.lead.${of ?? "windows"}`)}</p>
        </header>
        <nav aria-label={t("soonest.queues")} className="flex gap-4 border-b">
          {QUEUES.map(({ name, search }) => {
            const active = (of ?? "windows") === name;
            return (
              <Link
                key={name}
                to="/soonest"
                search={search}
                aria-current={active ? "page" : undefined}
                className={classNames(
                  "flex min-h-9 items-center border-b-2 font-medium -outline-offset-2 pointer-coarse:min-h-11",
                  active ? "border-blue text-ink" : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                {t(`soonest.queue.${name}`)}
              </Link>
            );
          })}
        </nav>
        {of === "targets" ? <DueTargets /> : <ClosingWindows />}
      </div>
    </div>
  );
}
