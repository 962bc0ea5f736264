import { Link, useSearch } from "@tanstack/react-router";
import { Blend } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { AUDIENCE_TABS, type AudienceSearch } from "./audience-search.ts";
import { FileLists } from "./FileLists.tsx";
import { ListsSection } from "./ListsSection.tsx";
import { OverlapDialog } from "./OverlapDialog.tsx";
import { SegmentsSection } from "./SegmentsSection.tsx";

const SECTIONS = { segments: SegmentsSection, lists: ListsSection, files: FileLists } as const;

/** To whom one can write at once: segments, lists, and files with columns of their own. */
export function AudiencePage() {
  const { t } = useTranslation();
  const search: AudienceSearch = useSearch({ from: "/signed-in/audience" });
  const may = useMay();
  const [compares, setCompares] = useState(false);
  const shown = search.show ?? "segments";
  const Section = SECTIONS[shown];
  return (
    <div className="h-full overflow-y-auto bg-desk">
      <div className="mx-auto flex max-w-200 flex-col gap-4 px-4 py-6 narrow:px-8">
        <header className="flex flex-wrap items-start gap-3">
          <div className="min-w-60 flex-1">
            <h1 className="text-head font-semibold">{t("audience.title")}</h1>
            <p className="mt-1 text-ink-2">
              {t("audience.lead")}{" "}
              {may("campaigns.manage") ? (
                <Link to="/campaigns" search={{}} className="link">
                  {t("place.campaigns")}
                </Link>
              ) : null}
            </p>
          </div>
          <Button icon={<Blend size={16} aria-hidden="true" />} onClick={() => setCompares(true)}>
            {t("audience.compare")}
          </Button>
        </header>
        <nav aria-label={t("audience.title")} className="flex gap-4 overflow-x-auto border-b">
          {AUDIENCE_TABS.map((tab) => (
            <Link
              key={tab}
              to="/audience"
              search={tab === "segments" ? {} : { show: tab }}
              aria-current={tab === shown ? "page" : undefined}
              className={classNames(
                "flex min-h-9 shrink-0 items-center border-b-2 text-list font-medium -outline-offset-2 pointer-coarse:min-h-11",
                tab === shown
                  ? "border-blue text-ink"
                  : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {t(`audience.tab.${tab}`)}
            </Link>
          ))}
        </nav>
        <Section />
      </div>
      {compares ? <OverlapDialog onClose={() => setCompares(false)} /> : null}
    </div>
  );
}
