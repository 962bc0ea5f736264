import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Search, SearchX } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { usePhoneFormat } from "../../contact/phone-format.ts";
import { FacetList } from "./FacetList.tsx";
import { FoundMessages } from "./FoundMessages.tsx";
import { FoundPeople } from "./FoundPeople.tsx";
import { type FoundSearch, readFoundSearch, SEARCH_TABS } from "./search-search.ts";
import { useFoundFacets, useFoundPeople } from "./use-found.ts";
import { useFoundKeys } from "./use-found-keys.ts";

const PAUSE_MS = 250;

/** Everything that says what is asked: messages, notes, files' names and contacts, narrowed down as one likes. */
export function SearchPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/signed-in/search" });
  const facets = useFoundFacets(search);
  const people = useFoundPeople(search);
  const { tab = "all", q = "" } = search;
  usePhoneFormat();
  useFoundKeys();
  const total = facets?.total ?? 0;

  return (
    <div className="h-full overflow-y-auto bg-surface">
      <div className="mx-auto flex max-w-260 flex-col gap-4 p-4">
        <header className="flex flex-col gap-2">
          <h1 className="text-title font-semibold">{t("found.title")}</h1>
          <AskField search={search} />
          <nav aria-label={t("found.what")} className="flex gap-4 overflow-x-auto border-b">
            {SEARCH_TABS.map((it) => (
              <Link
                key={it}
                to="/search"
                search={readFoundSearch({ ...search, tab: it })}
                replace
                aria-current={it === tab ? "true" : undefined}
                className="flex min-h-9 shrink-0 items-center border-b-2 border-transparent text-list font-medium text-ink-2 -outline-offset-2 hover:text-ink aria-current:border-blue aria-current:text-ink pointer-coarse:min-h-11"
              >
                {t(`found.tab.${it}`)}
              </Link>
            ))}
          </nav>
        </header>
        {q.trim() === "" ? (
          <EmptyState
            icon={<Search size={28} />}
            title={t("found.start.title")}
            text={t("found.start.text")}
          />
        ) : (
          <div className="flex flex-col gap-4 narrow:flex-row">
            {tab === "contacts" ? null : (
              <div className="narrow:w-60 narrow:shrink-0">
                <FacetList search={search} facets={facets} />
              </div>
            )}
            <div className="flex min-w-0 flex-1 flex-col gap-4">
              {tab === "all" || tab === "contacts" ? (
                <FoundPeople
                  q={q}
                  people={people.data?.items ?? []}
                  isMore={people.data?.next !== null}
                />
              ) : null}
              {tab === "contacts" ? (
                people.isSuccess && people.data.items.length === 0 ? (
                  <EmptyState
                    icon={<SearchX size={28} />}
                    title={t("found.none.title")}
                    text={t("found.none.text")}
                  />
                ) : null
              ) : (
                <>
                  <output className="text-list text-ink-2">
                    {facets
                      ? facets.isMore
                        ? t("found.countMore", { count: total })
                        : t("found.count", { count: total })
                      : ""}
                  </output>
                  <FoundMessages search={search} />
                </>
              )}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

/** What is typed is looked for when the typing pauses; the address keeps it. */
function AskField({ search }: { readonly search: FoundSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(search.q ?? "");

  useEffect(() => {
    if (text.trim() === (search.q ?? "")) return undefined;
    const timer = setTimeout(() => {
      const next = readFoundSearch({ ...search, q: text.trim() });
      void navigate({ to: "/search", search: next, replace: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search, navigate]);

  return (
    <input
      type="search"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is for asking, and this is where
      autoFocus={search.q === undefined}
      className="field h-10 text-message"
      aria-label={t("found.ask")}
      placeholder={t("found.ask")}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
