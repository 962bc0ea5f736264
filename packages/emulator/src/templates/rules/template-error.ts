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

/** Meta's 2388039 for a template that cannot be changed as it is. */
export function wrongState(
  userMessage = "The message template can't be edited in its status, or was edited too often.",
): GraphError {
  return templateError(2388039, "Message template status can't be changed", userMessage);
}

/** Components that do not go together; Meta's words for these are not published. */
export function wrongComponents(userMessage: string): GraphError {
  return templateError(2388043, "Invalid parameter", userMessage);
}

export function wrongHeader(userMessage: string): GraphError {
  return templateError(2388047, "Message header format is incorrect", userMessage);
}

export function wrongBody(userMessage: string): GraphError {
  return templateError(2388072, "Message text format is incorrect", userMessage);
}

export function wrongFooter(userMessage: string): GraphError {
  return templateError(2388073, "Message footer format is incorrect", userMessage);
}

export function wrongButtons(userMessage: string): GraphError {
  return templateError(2388060, "Message buttons format is incorrect", userMessage);
}

export function tooLong(what: string, max: number): GraphError {
  return templateError(
    2388040,
    "Character Limit Exceeded",
    `The message ${what} can't have more than ${max} characters.`,
  );
}
