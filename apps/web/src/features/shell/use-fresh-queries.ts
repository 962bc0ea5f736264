import { unreachable } from "@galka/core/kernel/unreachable";
import type { EventJson } from "@galka/contract/events";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchAgain } from "../../api/fetch-again.ts";
import { useSync } from "../../sync/SyncProvider.tsx";

/**
 * Fetches again what is not part of the synced workspace, when an event says that it has changed;
 * and all of it after events that nobody can tell any more.
 */
export function useFreshQueries(): void {
  const sync = useSync();
  const queryClient = useQueryClient();

  useEffect(
    () =>
      sync.onEvent((event) => {
        for (const queryKey of touchedBy(event)) {
          void fetchAgain(queryClient, queryKey);
        }
      }),
    [sync, queryClient],
  );
  useEffect(() => sync.onLeap(() => void fetchAgain(queryClient)), [sync, queryClient]);
}

/** A note may name the member; whether it did is the server's to say. */
const MENTIONS: readonly QueryKey[] = [["collection", "mentions"]];

/** What else follows from some lists: one's permissions from the roles, whom one may write to from its rules. */
function alsoTouched(collection: string): readonly QueryKey[] {
  if (collection === "roles") return [["me"]];
  return collection === "consent" ? [["consent"]] : [];
}

function touchedBy(event: EventJson): readonly QueryKey[] {
  switch (event.kind) {
    case "contact-changed":
      return [
        ["contacts"],
        ["contact", event.contact.id],
        ["merges", event.contact.id],
        ["consent", event.contact.id],
      ];
    case "contact-removed":
      return [["contacts"], ["contact", event.contactId]];
    case "templates-changed":
      return [["templates", event.channelId]];
    case "collection-changed":
      return [["collection", event.collection], ...alsoTouched(event.collection)];
    case "member-changed":
      return [["me"]];
    case "conversation-removed":
      return [["contacts"]];
    case "message-changed":
      return [
        ...(event.message.direction === "out" ? [["unknown-sends"]] : []),
        ...(event.message.direction === "note" ? MENTIONS : []),
      ];
    case "message-added":
      return event.message.direction === "note" ? MENTIONS : [];
    case "campaign-changed":
      return [["campaigns"], ["campaign", event.campaignId]];
    case "conversation-changed":
    case "conversation-refilled":
    case "channel-changed":
    case "channel-removed":
    case "import-changed":
    case "activity-added":
    case "passed":
      return [];
    default:
      return unreachable(event);
  }
}
