import type { TemplateLibraryJson } from "@galka/contract/json/templates/template-library";
import { useNavigate } from "@tanstack/react-router";
import { Plus, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { SettingsSheet } from "../../settings/SettingsSheet.tsx";
import type { TemplatesSearch } from "../templates-search.ts";
import { useTemplateDeeds } from "../use-template-deeds.ts";
import { CategoryAlarms } from "./CategoryAlarms.tsx";
import { DraftList } from "./DraftList.tsx";
import { categoryAlarms, groupsOf } from "./grouped.ts";
import { StartDialog } from "./StartDialog.tsx";
import { TemplateRows } from "./TemplateRows.tsx";

type Props = {
  readonly channelId: string;
  readonly library: TemplateLibraryJson;
  readonly search: TemplatesSearch;
};

const SHOWS = ["all", "approved", "waiting", "trouble", "drafts", "hidden"] as const;
const CATEGORIES = ["all", "marketing", "utility", "authentication"] as const;

/** All templates of a number, found by words, state and category. */
export function TemplateLibrary({ channelId, library, search }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const deeds = useTemplateDeeds(channelId);
  const mayManage = useMe().permissions.includes("templates.manage");
  const channels = [...(useWorkspace((state) => state.channels)?.values() ?? [])];
  const [starting, setStarting] = useState(false);
  const { show = "all", category = "all", q = "" } = search;
  const groups = groupsOf(library.items, search);
  const go = (change: TemplatesSearch) =>
    void navigate({ to: "/templates", search: { ...search, ...change }, replace: true });
  const showsDrafts = library.drafts.length > 0 && (show === "all" || show === "drafts");

  return (
    <SettingsSheet
      title={t("templates.title")}
      lead={t("templates.lead")}
      action={
        mayManage ? (
          <Button
            look="primary"
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => setStarting(true)}
          >
            {t("templates.add")}
          </Button>
        ) : null
      }
    >
      <CategoryAlarms channelId={channelId} alarms={categoryAlarms(library.items)} />
      <div className="flex flex-wrap gap-2">
        {channels.length > 1 ? (
          <Select
            label={t("templates.number")}
            options={channels.map(({ id, name }) => ({ value: id, name }))}
            value={channelId}
            onChange={(channel) => void navigate({ to: "/templates", search: { channel } })}
          />
        ) : null}
        <input
          type="search"
          className="field min-w-40 flex-1"
          aria-label={t("template.search")}
          placeholder={t("template.search")}
          value={q}
          onChange={(event) => go({ q: event.target.value })}
        />
        <Select
          label={t("templates.showLabel")}
          options={SHOWS.map((value) => ({ value, name: t(`templates.show.${value}`) }))}
          value={show}
          onChange={(next) =>
            void navigate({ to: "/templates", search: shown(search, next), replace: true })
          }
        />
        <Select
          label={t("templates.categoryLabel")}
          options={CATEGORIES.map((value) => ({
            value,
            name: value === "all" ? t("templates.everyCategory") : t(`template.category.${value}`),
          }))}
          value={category}
          onChange={(next) =>
            void navigate({ to: "/templates", search: ofCategory(search, next), replace: true })
          }
        />
        {mayManage ? (
          <Button
            icon={<RefreshCw size={16} aria-hidden="true" />}
            onClick={() => void deeds.sync()}
          >
            {t("template.sync")}
          </Button>
        ) : null}
      </div>
      {showsDrafts ? <DraftList channelId={channelId} drafts={library.drafts} /> : null}
      {show === "drafts" ? null : <TemplateRows channelId={channelId} groups={groups} />}
      {starting ? <StartDialog channelId={channelId} onClose={() => setStarting(false)} /> : null}
    </SettingsSheet>
  );
}

function shown(search: TemplatesSearch, next: (typeof SHOWS)[number]): TemplatesSearch {
  const { show: _, ...rest } = search;
  return next === "all" ? rest : { ...rest, show: next };
}

function ofCategory(search: TemplatesSearch, next: (typeof CATEGORIES)[number]): TemplatesSearch {
  const { category: _, ...rest } = search;
  return next === "all" ? rest : { ...rest, category: next };
}
