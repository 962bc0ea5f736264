import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { LayoutTemplate } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TemplateDetail } from "./detail/TemplateDetail.tsx";
import { TemplateEditor } from "./editor/TemplateEditor.tsx";
import { TemplateLibrary } from "./library/TemplateLibrary.tsx";
import { libraryQuery } from "./template-queries.ts";
import type { TemplatesSearch } from "./templates-search.ts";

/** The templates of a number: the library, one of them, or a draft that is written. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  const search: TemplatesSearch = useSearch({ from: "/signed-in/templates" });
  const first = [...(channels?.values() ?? [])][0]?.id;
  const channelId = search.channel ?? first;
  return (
    <div className="relative h-full overflow-y-auto bg-desk">
      {channelId === undefined ? (
        <EmptyState
          alone
          icon={<LayoutTemplate size={32} />}
          title={t("templates.title")}
          text={t("templates.noNumber")}
        />
      ) : (
        <OfNumber channelId={channelId} search={search} />
      )}
    </div>
  );
}

type Props = { readonly channelId: string; readonly search: TemplatesSearch };

function OfNumber({ channelId, search }: Props) {
  const library = useQuery(libraryQuery(useApi(), channelId));
  const navigate = useNavigate();
  if (library.isPending) return <Skeleton rows={6} kind="lines" />;
  if (library.isError) {
    return <ErrorState error={library.error} onRetry={() => void library.refetch()} />;
  }
  const { data } = library;
  const back = () => void navigate({ to: "/templates", search: { channel: channelId } });
  const draft = data.drafts.find(({ id }) => id === search.draft);
  if (draft) return <TemplateEditor key={draft.id} draft={draft} library={data} onDone={back} />;
  const opened = data.items.filter(({ template }) => template.name === search.open);
  if (opened.length > 0) {
    return (
      <TemplateDetail
        key={search.open}
        channelId={channelId}
        views={opened}
        language={search.language}
        onBack={back}
      />
    );
  }
  return <TemplateLibrary channelId={channelId} library={data} search={search} />;
}
