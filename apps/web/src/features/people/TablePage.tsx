import type {
  ContactImportChoicesJson,
  ContactImportJson,
  ContactPreviewJson,
} from "@galka/contract/json/people";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { ColumnChoices } from "./ColumnChoices.tsx";
import { ANOTHER_LIST, ListChoice, type ListWish, listWishOf } from "./ListChoice.tsx";
import { ConsentChoice } from "./ConsentChoice.tsx";
import { consentBody, consentWishOf, isProof } from "./consent-wish.ts";
import { TablePreview } from "./TablePreview.tsx";
import { TableProgress } from "./TableProgress.tsx";

const LOOK_MS = 1000;
/** Stands for a list that is not made yet: what would become of the rows does not depend on which it is. */
const NOT_MADE = "00000000-0000-4000-8000-000000000000";

/** One table of contacts: what its columns are, what would become of it, how far it is. */
export function TablePage() {
  const { t } = useTranslation();
  const api = useApi();
  const { importId = "" } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ["contact-import", importId],
    queryFn: () => api("getContactImport", { params: { id: importId } }),
    refetchInterval: ({ state }) => (state.data?.import.state === "running" ? LOOK_MS : false),
  });
  if (query.isPending) return <Skeleton rows={5} kind="lines" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { import: item, suggested } = query.data;
  const first = item.choices ?? { ...suggested, country: suggested.country ?? guessCountry() };
  return (
    <SettingsSheet title={item.fileName} lead={t("people.tableLead")}>
      <TableProgress item={item} />
      {item.state === "running" || !item.hasFile ? null : (
        <Choosing key={item.id} item={item} first={first} />
      )}
    </SettingsSheet>
  );
}

type ChoosingProps = {
  readonly item: ContactImportJson;
  readonly first: ContactImportChoicesJson;
};

function Choosing({ item, first }: ChoosingProps) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const { into } = useSearch({ strict: false });
  const [choices, setChoices] = useState(first);
  const [list, setList] = useState<ListWish>(() => listWishOf(item, into === "list"));
  const [consent, setConsent] = useState(() => consentWishOf(item.choices?.consent));
  const [preview, setPreview] = useState<ContactPreviewJson | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const hasPhone = choices.columns.filter(({ to }) => to === "phone").length === 1;

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (problem) {
      setError(words(problem));
    } finally {
      setBusy(false);
    }
  }

  const { list: _, consent: __, ...columns } = choices;
  const bodyFor = (listId: string) => {
    const agreed = consentBody(consent, new Date());
    const onList = listId === "" ? {} : { list: { id: listId, unknown: list.unknown } };
    const body = { ...columns, ...onList, ...(agreed && { consent: agreed }) };
    return { params: { id: item.id }, body };
  };
  const isReady = hasPhone && isProof(consent);

  async function start(): Promise<void> {
    const isAnother = list.listId === ANOTHER_LIST;
    const body = { name: list.name.trim(), description: "" };
    const listId = isAnother ? (await api("createAudienceList", { body })).id : list.listId;
    setList({ ...list, listId });
    await api("startContactImport", bodyFor(listId));
    await queryClient.invalidateQueries({ queryKey: ["contact-import", item.id] });
  }
  return (
    <Section title={t("people.columns")} lead={t("people.columnsLead")}>
      <ColumnChoices
        columns={item.columns}
        choices={choices}
        onChange={(now) => {
          setChoices(now);
          setPreview(null);
        }}
      />
      <ListChoice
        wish={list}
        onChange={(now) => {
          setList(now);
          setPreview(null);
        }}
      />
      <ConsentChoice
        columns={item.columns}
        wish={consent}
        onChange={(now) => {
          setConsent(now);
          setPreview(null);
        }}
      />
      {isProof(consent) ? null : (
        <div className="mt-3">
          <Notice tone="soon">{t("people.consent.unproven")}</Notice>
        </div>
      )}
      {hasPhone ? null : <Notice tone="soon">{t("people.onePhone")}</Notice>}
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          busy={busy}
          disabled={!isReady}
          onClick={() =>
            void run(async () => {
              const listId = list.listId === ANOTHER_LIST ? NOT_MADE : list.listId;
              setPreview(await api("previewContactImport", bodyFor(listId)));
            })
          }
        >
          {t("people.preview")}
        </Button>
        <Button
          look="primary"
          busy={busy}
          disabled={!isReady || (list.listId === ANOTHER_LIST && list.name.trim() === "")}
          onClick={() => void run(start)}
        >
          {t("people.start")}
        </Button>
      </div>
      {preview === null ? null : <TablePreview preview={preview} />}
    </Section>
  );
}

/** The country that the browser's language names; else the largest of those who use Galka in English. */
function guessCountry(): string {
  return new Intl.Locale(navigator.language).maximize().region ?? "US";
}
