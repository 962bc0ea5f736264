import type { SlaJson } from "@galka/contract/json/conversation";
import { type SlaLook, slaLook } from "@galka/core/sla/sla-state";
import { useNow } from "../../sync/use-now.ts";

const HOUR_MS = 60 * 60_000;

/** How a conversation's clock looks, turning over every second in its last hour and first late one. */
export function useSlaLook(sla: SlaJson): { readonly now: Date; readonly look: SlaLook | null } {
  const roughly = useNow("halfMinute");
  const rough = slaLook(roughly, sla);
  const now = useNow(rough !== null && rough.ms < HOUR_MS + 60_000 ? "second" : "halfMinute");
  return { now, look: slaLook(now, sla) };
}
