import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

/** All about the templates of a number; an event says when something of it has changed. */
export function libraryQuery(api: Api, channelId: string) {
  return queryOptions({
    queryKey: ["templates", channelId, "library"],
    queryFn: () => api("getTemplateLibrary", { params: { id: channelId } }),
  });
}

export function lifeQuery(api: Api, channelId: string, templateId: string) {
  return queryOptions({
    queryKey: ["templates", channelId, "life", templateId],
    queryFn: () => api("getTemplateLife", { params: { id: channelId }, query: { templateId } }),
  });
}
