import type { Template } from "../store/kinds.ts";

/** An approved utility template, except for what a test cares about. */
export function template(given: Partial<Template> = {}): Template {
  return {
    id: "1",
    wabaId: "2",
    name: "order_ready",
    language: "en_US",
    category: "UTILITY",
    previousCategory: null,
    parameterFormat: "POSITIONAL",
    status: "APPROVED",
    rejectedReason: "NONE",
    qualityScore: "UNKNOWN",
    components: [{ type: "BODY", text: "Your order {{1}} is ready." }],
    ttlSeconds: null,
    createdAt: 0,
    edits: [],
    ...given,
  };
}
