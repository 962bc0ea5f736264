import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

/** What a contact agrees to; fetched again by itself when something of it is recorded. */
export function consentQuery(api: Api, contactId: string) {
  return queryOptions({
    queryKey: ["consent", contactId],
    queryFn: () => api("getConsent", { params: { id: contactId } }),
  });
}

/** Stop words, caps, quiet hours and countries. */
export function consentSettingsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "consent", "settings"],
    queryFn: () => api("getConsentSettings", {}),
  });
}

/** The words that people agree to, every version. */
export function wordingsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "consent", "wordings"],
    queryFn: () => api("listConsentWordings", {}),
  });
}
