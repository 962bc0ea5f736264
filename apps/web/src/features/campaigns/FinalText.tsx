import type { RecipientTextJson } from "@galka/contract/json/campaigns/recipient";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../sync/SyncProvider.tsx";
import { templatesQuery, toTemplate } from "../composer/template/templates-query.ts";
import { TemplatePreview } from "../templates/preview/TemplatePreview.tsx";
import { Interactive } from "../thread/content/Interactive.tsx";

type Props = { readonly channelId: string; readonly text: RecipientTextJson };

/** A message of a campaign as one person's phone shows it; without its template as a thread would. */
export function FinalText({ channelId, text: { content, templateId } }: Props) {
  const { data } = useQuery(templatesQuery(useApi(), channelId));
  if (content.kind !== "template") return null;
  const template = data?.items.find(({ id }) => id === templateId);
  return template ? (
    <TemplatePreview template={toTemplate(template)} values={content.values} />
  ) : (
    <div className="rounded-bubble bg-bubble-out px-3 py-1.5">
      <Interactive content={content} files={[]} foot={null} />
    </div>
  );
}
