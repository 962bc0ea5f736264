import { idOf } from "@galka/core/kernel/ids";
import type { Template } from "@galka/core/templates/template";
import type { TemplateJson } from "@galka/contract/json/templates/template";
import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../../api/api.ts";

/** The templates of a channel; an event says when they have changed. */
export function templatesQuery(api: Api, channelId: string) {
  return queryOptions({
    queryKey: ["templates", channelId],
    queryFn: () => api("listTemplates", { params: { id: channelId } }),
    staleTime: 5 * 60_000,
  });
}

/** The template as the core's rules take it. */
export function toTemplate(json: TemplateJson): Template {
  return { ...json, channelId: idOf<"channel">(json.channelId) };
}

/** The approved ones that a search finds, by name and text; all of them without a search. */
export function findTemplates(
  templates: readonly TemplateJson[],
  query: string,
): readonly TemplateJson[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return templates
    .filter(({ status }) => status === "approved")
    .filter(({ name, body, language }) => {
      const text = `${name} ${name.replaceAll("_", " ")} ${body} ${language}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
}
