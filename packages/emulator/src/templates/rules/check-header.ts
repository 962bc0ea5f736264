import { type JsonObject, listAt, objectAt, textAt } from "../../json.ts";
import { checkHeaderText } from "./check-text.ts";
import { missingField } from "./template-error.ts";

const MEDIA_FORMATS: readonly string[] = ["IMAGE", "VIDEO", "DOCUMENT", "GIF"];

/** A header of a message or of a card; media need a sample that was uploaded for it. */
export function checkHeader(header: JsonObject, named: boolean): void {
  const format = textAt(header, "format") ?? "TEXT";
  if (format === "TEXT") return checkHeaderText(header, named);
  const example = objectAt(header, "example");
  if (MEDIA_FORMATS.includes(format) && listAt(example ?? {}, "header_handle").length === 0) {
    throw missingField("HEADER", "example");
  }
}
