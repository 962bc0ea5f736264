import { filterJson } from "@galka/contract/json/filter";
import type { SavedViewJson } from "@galka/contract/json/library";
import type { ShownView } from "../../operations/views/saved-views.ts";

export function presentView(view: ShownView): SavedViewJson {
  return { ...view, filter: filterJson.parse(view.filter) };
}
