import type { ChatImportJson } from "@galka/contract/json/chat-import";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { ImportChoices } from "./ImportChoices.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { ReportSection } from "./ReportSection.tsx";
import { UnreadLines } from "./UnreadLines.tsx";

/** One import: what was understood, what is to be done with it, how far it is, what came of it. */
export function ImportPage() {
  const { t } = useTranslation();
  const api = useApi();
  const { importId = "" } = useParams({ strict: false });
  const told = useWorkspace((state) => state.imports.get(importId));
  const query = useQuery({
    queryKey: ["import", importId],
    queryFn: () => api("getImport", { params: { id: importId } }),
    // The events say how far it is; asking is for a line that is down.
    refetchInterval: ({ state }) => (isMoving(state.data) ? 5000 : false),
  });
  const item = newerOf(told ?? undefined, query.data);

  if (query.isPending && !item) return <Skeleton rows={4} kind="lines" />;
  if (!item) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <SettingsSheet
      title={item.fileName}
      lead={
        <>
          <Link to="/settings/imports" className="link">
            {t("settings.imports")}
          </Link>{" "}
          · {t(`imports.state.${item.state}`)}
        </>
      }
    >
      {item.failure ? <Notice tone="bad">{t(`imports.failure.${item.failure}`)}</Notice> : null}
      <ImportProgress item={item} />
      {item.state === "reading" ? <Notice tone="info">{t("imports.reading")}</Notice> : null}
      {item.report ? <ReportSection report={item.report} /> : null}
      {item.state === "ready" && item.report ? (
        <ImportChoices key={item.id} item={item} report={item.report} />
      ) : null}
      {item.report ? <UnreadLines importId={item.id} report={item.report} /> : null}
    </SettingsSheet>
  );
}

function isMoving(item: ChatImportJson | undefined): boolean {
  return item?.state === "reading" || item?.state === "running";
}

/** Of an event's word and an answer's, the one that is further. */
function newerOf(
  a: ChatImportJson | undefined,
  b: ChatImportJson | undefined,
): ChatImportJson | undefined {
  if (!a || !b) return a ?? b;
  return rank(b) > rank(a) ? b : a;
}

function rank({ state, linesDone }: ChatImportJson): number {
  const order = { reading: 0, ready: 1, running: 2, stopped: 3, failed: 3, done: 3 }[state];
  return order * 1e9 + linesDone;
}
