import { GraphError } from "../../graph/error.ts";

/** A refused template: code 100 with a subcode and words for the person who wrote it. */
export function templateError(subcode: number, userTitle: string, userMessage: string): GraphError {
  return new GraphError({ code: 100, subcode, userTitle, userMessage });
}

/** Meta's 2388043 for a component that lacks something. */
export function missingField(component: string, field: string): GraphError {
  return templateError(
    2388043,
    "Message template 'components' param is missing expected field(s)",
    component === "components"
      ? `component of type ${field} is missing`
      : `component of type ${component} is missing expected field(s) (${field})`,
  );
}
