import type { Answer, Call } from "../../graph/call.ts";
import { page } from "../../graph/paging.ts";
import { searchLibrary } from "../../templates/library/search-library.ts";

/** Meta's library of templates that need no review; the words are the emulator's own. */
export function readLibrary(call: Call): Answer {
  const text = (key: string) => call.params.optionalText(key);
  const found = searchLibrary({
    search: text("search"),
    name: text("name"),
    topic: text("topic"),
    usecase: text("usecase"),
    industry: text("industry"),
    language: text("language"),
  });
  return { body: page(call, found, (it) => ({ ...it })) };
}
