import { Link, useNavigate } from "@tanstack/react-router";
import { Blend, Columns3, CopyCheck, Download, ListFilter, Upload } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { Button } from "../../ui/Button.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import type { useColumns } from "./columns.ts";
import { meantQuery, type PeopleSearch } from "./people-search.ts";
import { SegmentTabs } from "./SegmentTabs.tsx";
import { usePeopleCount } from "./use-people.ts";

const PeopleFilterDialog = lazy(() =>
  import("./filter/PeopleFilterDialog.tsx").then((module) => ({
    default: module.PeopleFilterDialog,
  })),
);
const ColumnsDialog = lazy(() =>
  import("./ColumnsDialog.tsx").then((module) => ({ default: module.ColumnsDialog })),
);

type Props = { readonly search: PeopleSearch; readonly columns: ReturnType<typeof useColumns> };

const PAUSE_MS = 200;

/** The name of the place, a field to find somebody, and what can be done with the table as a whole. */
export function PeopleHead({ search, columns }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const [dialog, setDialog] = useState<"filter" | "columns" | null>(null);
  useShortcut("filter", () => setDialog("filter"));
  const count = usePeopleCount(search);
  const exported = new URLSearchParams(meantQuery(search)).toString();

  function show(next: PeopleSearch): void {
    setDialog(null);
    void navigate({ to: "/contacts", search: next });
  }

  return (
    <header className="shrink-0 border-b px-3 pt-3 pb-2">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="text-title font-semibold">{t("place.contacts")}</h1>
        <output className="flex-1 text-list text-ink-2">
          {count
            ? count.count >= count.upTo
              ? t("peopleTable.countMore", { count: count.upTo - 1 })
              : t("peopleTable.count", { count: count.count })
            : ""}
        </output>
        <ActionLink to="/audience">
          <Blend size={16} aria-hidden="true" />
          {t("audience.title")}
        </ActionLink>
        {may("contacts.erase") ? (
          <ActionLink to="/contacts" search={{ show: "duplicates" }}>
            <CopyCheck size={16} aria-hidden="true" />
            {t("peopleTable.duplicates")}
          </ActionLink>
        ) : null}
        {may("contacts.import") ? (
          <ActionLink to="/settings/people">
            <Upload size={16} aria-hidden="true" />
            {t("peopleTable.import")}
          </ActionLink>
        ) : null}
        {may("contacts.export") ? (
          <a className={ACTION} href={`/api/v1/people.csv?${exported}`} download>
            <Download size={16} aria-hidden="true" />
            {t("peopleTable.export")}
          </a>
        ) : null}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <FindField search={search} />
        <Button
          icon={<ListFilter size={16} aria-hidden="true" />}
          aria-pressed={search.who !== undefined}
          className={search.who ? "bg-selected text-blue-ink" : ""}
          onClick={() => setDialog("filter")}
        >
          {search.who
            ? t("peopleTable.filtered", { count: search.who.all.length })
            : t("filters.title")}
        </Button>
        <Button
          className="max-narrow:hidden"
          icon={<Columns3 size={16} aria-hidden="true" />}
          onClick={() => setDialog("columns")}
        >
          {t("peopleTable.columns")}
        </Button>
      </div>
      <SegmentTabs search={search} />
      <Suspense>
        {dialog === "filter" ? (
          <PeopleFilterDialog
            search={search}
            onShow={(who) => {
              const { who: _, ...rest } = search;
              show(who.all.length > 0 ? { ...rest, who } : rest);
            }}
            onClose={() => setDialog(null)}
          />
        ) : null}
        {dialog === "columns" ? (
          <ColumnsDialog columns={columns} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </header>
  );
}

const ACTION =
  "control inline-flex items-center gap-2 border border-edge px-3 font-medium hover:bg-surface-3";

type ActionProps = {
  readonly to: "/contacts" | "/audience" | "/settings/people";
  readonly search?: PeopleSearch;
  readonly children: ReactNode;
};

function ActionLink({ to, search = {}, children }: ActionProps) {
  return (
    <Link to={to} search={search} className={ACTION}>
      {children}
    </Link>
  );
}

/** What is typed is looked for when the typing pauses; the address keeps it. */
function FindField({ search }: { readonly search: PeopleSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(search.q ?? "");

  useEffect(() => {
    const q = text.trim();
    if (q === (search.q ?? "")) return undefined;
    const timer = setTimeout(() => {
      const { q: _, ...rest } = search;
      void navigate({ to: ".", search: q ? { ...rest, q } : rest, replace: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search, navigate]);

  return (
    <input
      type="search"
      className="field min-w-40 flex-1"
      aria-label={t("contacts.search")}
      placeholder={t("contacts.search")}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
