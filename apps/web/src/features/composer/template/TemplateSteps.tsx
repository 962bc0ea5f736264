import type { ContactJson } from "@galka/contract/json/conversation";
import type { TemplateJson } from "@galka/contract/json/templates/template";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import type { Sending } from "../use-send.ts";
import { type TemplateDeed, TemplateForm } from "./TemplateForm.tsx";
import { TemplateList } from "./TemplateList.tsx";
import { templatesQuery } from "./templates-query.ts";

type Props = {
  readonly channelId: string;
  readonly contact: ContactJson;
  readonly deed: TemplateDeed;
  readonly onLater?: (sending: Sending) => void;
};

/** A template of a number: which one, then what its variables say. */
export function TemplateSteps({ channelId, contact, deed, onLater }: Props) {
  const api = useApi();
  const [chosen, setChosen] = useState<TemplateJson | null>(null);
  const query = useQuery(templatesQuery(api, channelId));

  if (query.isPending) return <Skeleton rows={4} kind="lines" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return chosen ? (
    <TemplateForm
      template={chosen}
      contact={contact}
      deed={deed}
      {...(onLater && { onLater })}
      onBack={() => setChosen(null)}
    />
  ) : (
    <TemplateList channelId={channelId} templates={query.data.items} onChoose={setChosen} />
  );
}
