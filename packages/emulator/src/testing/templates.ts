import type { Template } from "../store/kinds.ts";
import { FRESH_TEMPLATE } from "../store/kinds/templates.ts";

/** An approved utility template, except for what a test cares about. */
export function template(given: Partial<Template> = {}): Template {
  return {
    ...FRESH_TEMPLATE,
    edits: [],
    id: "1",
    wabaId: "2",
    name: "order_ready",
    language: "en_US",
    category: "UTILITY",
    parameterFormat: "POSITIONAL",
    status: "APPROVED",
    components: [{ type: "BODY", text: "Your order {{1}} is ready." }],
    createdAt: 0,
    ...given,
  };
}
