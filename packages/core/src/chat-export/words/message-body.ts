import { APP_MARK, plainPhrase, plainWords } from "../characters.ts";
import type { Coordinates, Language, MediaKind, MessageContent } from "../entry.ts";
import { attachmentIn, mediaOf } from "./attachments.ts";
import { callIn } from "./calls.ts";
import { plainContent, type Special } from "./special-content.ts";
import * as phrases from "./phrases.ts";

/** What stands behind the sender's name, understood; `app` means that no person wrote it. */
export type MessageBody =
  | { readonly by: "person"; readonly content: MessageContent; readonly language: Language | null }
  | { readonly by: "app" };

/** A mark of the app is a few words long; in longer text none is looked for, so long text costs nothing. */
const MARK_LENGTH = 300;

/**
 * Understands the text of one message, its continuation lines included.
 *
 * `appMarks` says that this export puts U+200E before the app's own words, as an
 * iPhone does. Words so marked that are none of the known marks are the app's
 * in any language: a notice filed under the name of the contact or the group.
 */
export function readBody(written: string, appMarks: boolean): MessageBody {
  const edited = editedMarkIn(written);
  const text = edited === null ? written : written.slice(0, edited.at);
  const found = specialIn(text);
  if (found === null && appMarks && text.startsWith(APP_MARK) && !isBlank(text)) {
    return { by: "app" };
  }
  const read = found ?? { content: textContent(text), language: null };
  return {
    by: "person",
    content: { ...read.content, edited: edited !== null },
    language: read.language ?? edited?.language ?? null,
  };
}

function textContent(text: string): MessageContent {
  const plain = plainContent(text);
  // Android writes "null" for a photo that may be seen once only; an iPhone writes nothing.
  return text === "null" || isBlank(text) ? { ...plain, kind: "empty", text: "" } : plain;
}

function isBlank(text: string): boolean {
  return text.length < MARK_LENGTH && plainWords(text) === "";
}

function specialIn(text: string): Special | null {
  const end = text.indexOf("\n");
  const firstLine = end === -1 ? text : text.slice(0, end);
  const caption = end === -1 ? "" : text.slice(end + 1);
  return (
    omittedIn(firstLine, caption) ??
    attachedIn(text, firstLine, caption) ??
    (end === -1 ? (deletedIn(text) ?? locationIn(text) ?? callIn(text)) : pollIn(text, firstLine))
  );
}

function omittedIn(firstLine: string, caption: string): Special | null {
  if (firstLine.length > MARK_LENGTH) return null;
  const marked = firstLine.lastIndexOf(APP_MARK);
  const known =
    phrases.OMITTED_MEDIA.get(withoutBrackets(firstLine)) ??
    (marked > 0 ? phrases.OMITTED_MEDIA.get(plainPhrase(firstLine.slice(marked))) : undefined);
  if (known === undefined) return null;
  const before = marked > 0 ? firstLine.slice(0, firstLine.indexOf(APP_MARK, 1)) : "";
  return {
    content: {
      ...plainContent(caption),
      kind: "media-omitted",
      media: known.value,
      attachmentName: omittedName(before),
    },
    language: known.language,
  };
}

/** An iPhone names a document it leaves out: "Contract.pdf • 2 pages document omitted". */
function omittedName(before: string): string | null {
  const name = plainWords(before)
    .replace(/\s*•.*$/u, "")
    .trim();
  return name === "" ? null : name;
}

function attachedIn(text: string, firstLine: string, caption: string): Special | null {
  const inFirst = attachmentIn(firstLine);
  if (inFirst !== null) {
    const said = [inFirst.before, caption].filter((part) => part !== "").join("\n");
    return attachmentContent(inFirst, said);
  }
  // A newer iPhone writes the caption first and the file behind its last line.
  const last = text.lastIndexOf("\n");
  const inLast = last === -1 ? null : attachmentIn(text.slice(last + 1));
  if (inLast === null || !inLast.marked) return null;
  return attachmentContent(inLast, `${text.slice(0, last)}\n${inLast.before}`.trimEnd());
}

function attachmentContent(
  found: { readonly name: string; readonly language: Language | null },
  caption: string,
): Special {
  const media: MediaKind = mediaOf(found.name);
  return {
    content: { ...plainContent(caption), kind: "attachment", media, attachmentName: found.name },
    language: found.language,
  };
}

function deletedIn(text: string): Special | null {
  if (text.length > MARK_LENGTH) return null;
  const phrase = withoutBrackets(text);
  const known = phrases.DELETED_MARKS.get(phrase) ?? deletedByAdmin(phrase);
  if (known === undefined) return null;
  return { content: { ...plainContent(""), kind: "deleted" }, language: known.language };
}

function deletedByAdmin(phrase: string): phrases.Known<string> | undefined {
  for (const [start, known] of phrases.DELETED_BY_ADMIN_STARTS) {
    if (phrase.startsWith(start)) return known;
  }
  return undefined;
}

function locationIn(text: string): Special | null {
  if (text.length > MARK_LENGTH * 4) return null;
  const live = phrases.LIVE_LOCATION_MARKS.get(plainPhrase(text));
  const found = /^([^:]{1,40}):[\s\u200e]{1,3}(https?:\/\/\S+)$/u.exec(text);
  const word = found?.[1] === undefined ? undefined : plainPhrase(found[1]);
  const known = live ?? (word === undefined ? undefined : phrases.LOCATION_WORDS.get(word));
  if (known === undefined) return null;
  const url = found?.[2] ?? plainWords(text);
  return {
    content: { ...plainContent(url), kind: "location", coordinates: coordinatesIn(url) },
    language: known.language,
  };
}

function coordinatesIn(url: string): Coordinates | null {
  const found = /[?&](?:q|ll|query)=(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)/u.exec(url);
  if (found === null) return null;
  const latitude = Number(found[1]);
  const longitude = Number(found[2]);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** A poll begins with its word alone on a line, and its options follow on theirs. */
function pollIn(text: string, firstLine: string): Special | null {
  const word = plainWords(firstLine.slice(0, MARK_LENGTH));
  if (!word.endsWith(":") || word !== word.toUpperCase()) return null;
  const known = phrases.POLL_WORDS.get(word.slice(0, -1).toLowerCase());
  if (known === undefined) return null;
  const said = text.slice(firstLine.length + 1).replaceAll(APP_MARK, "");
  return { content: { ...plainContent(said), kind: "poll" }, language: known.language };
}

/** Where the mark of an edited message begins, with the space before it. */
function editedMarkIn(
  text: string,
): { readonly at: number; readonly language: Language | null } | null {
  if (!/>\s*$/u.test(text.slice(-8))) return null;
  const open = text.lastIndexOf("<");
  if (open === -1 || text.length - open > 80) return null;
  const known = phrases.EDITED_MARKS.get(withoutBrackets(text.slice(open)));
  if (known === undefined) return null;
  let at = open;
  while (at > 0 && /[\s\u200e]/u.test(text.charAt(at - 1))) at -= 1;
  return { at, language: known.language };
}

function withoutBrackets(text: string): string {
  const phrase = plainPhrase(text);
  return phrase.startsWith("<") && phrase.endsWith(">") ? plainPhrase(phrase.slice(1, -1)) : phrase;
}
