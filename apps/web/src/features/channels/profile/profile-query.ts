import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../../api/api.ts";

/** The profile lives at WhatsApp and says nothing when it changes there, so it is asked for when it is looked at. */
export function profileQuery(api: Api, channelId: string) {
  return queryOptions({
    queryKey: ["profile", channelId],
    queryFn: () => api("getProfile", { params: { id: channelId } }),
  });
}

export function linksQuery(api: Api, channelId: string) {
  return queryOptions({
    queryKey: ["chat-links", channelId],
    queryFn: () => api("listChatLinks", { params: { id: channelId } }),
  });
}
