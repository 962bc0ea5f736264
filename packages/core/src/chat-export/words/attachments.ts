import { APP_MARK, plainPhrase, plainWords } from "../characters.ts";
import type { Language, MediaKind } from "../entry.ts";
import { ATTACHED_WORDS } from "./phrases.ts";

/** The mark of an exported file in one line of a message. */
export type Attachment = {
  readonly name: string;
  /** What a person wrote before the mark, on the same line. */
  readonly before: string;
  /** The app marked these words as its own, so a person did not type them. */
  readonly marked: boolean;
  readonly language: Language | null;
};

const LINE_LENGTH = 2000;
/** `<attached: 0001-PHOTO.jpg>` */
const IN_BRACKETS = /^([^]*?)([\u200e\u200f]*)<([^<>:]{2,40}):\s?([^<>]{1,300})>\s*$/u;
/** `IMG-2024.jpg (file attached)`, and the older `IMG-2024.jpg <attached>` */
const NAME_FIRST = /^([\u200e\u200f]*)(\S[^<>|?*"]{0,250}?) [(<]([^()<>]{3,40})[)>]\s*$/u;
const WITH_EXTENSION = /\.[\p{L}\d]{1,8}$/u;

/**
 * The attachment that `line` names, or null.
 *
 * In our five languages the words decide. In any other the app's mark and a file
 * name together do.
 */
export function attachmentIn(line: string): Attachment | null {
  if (line.length > LINE_LENGTH || !/[)>]\s*$/u.test(line)) return null;
  const bracketed = IN_BRACKETS.exec(line);
  if (bracketed !== null) {
    const [, before = "", mark = "", word = "", name = ""] = bracketed;
    return attachment({ before: before.trimEnd(), mark: before + mark, word, name });
  }
  const nameFirst = NAME_FIRST.exec(line);
  if (nameFirst === null) return null;
  const [, mark = "", name = "", word = ""] = nameFirst;
  return attachment({ before: "", mark, word, name });
}

function attachment(found: {
  readonly before: string;
  readonly mark: string;
  readonly word: string;
  readonly name: string;
}): Attachment | null {
  const name = fileName(found.name);
  const marked = found.mark.includes(APP_MARK);
  const known = ATTACHED_WORDS.get(plainPhrase(found.word));
  if (name === "" || (known === undefined && !(marked && WITH_EXTENSION.test(name)))) return null;
  return {
    name,
    before: found.before.replaceAll(APP_MARK, "").trim(),
    marked: marked || known !== undefined,
    language: known?.language ?? null,
  };
}

/** Never a path: a name in an export must not lead anywhere else. */
function fileName(written: string): string {
  const name = plainWords(written).split(/[\\/]/u).at(-1) ?? "";
  return name === "." || name === ".." ? "" : name;
}

const BY_PREFIX: readonly (readonly [RegExp, MediaKind])[] = [
  [/(?:^IMG-|-PHOTO-)/u, "image"],
  [/(?:^STK-|-STICKER-)/u, "sticker"],
  [/-GIF-/u, "gif"],
  [/(?:^VID-|-VIDEO-)/u, "video"],
  [/(?:^(?:PTT|AUD)-|-AUDIO-)/u, "audio"],
];

const BY_EXTENSION: readonly (readonly [MediaKind, readonly string[]])[] = [
  ["contact-card", ["vcf"]],
  ["image", ["jpg", "jpeg", "png", "heic", "bmp"]],
  ["sticker", ["webp", "was"]],
  ["gif", ["gif"]],
  ["video", ["mp4", "mov", "3gp", "mkv", "webm", "avi"]],
  ["audio", ["opus", "ogg", "mp3", "m4a", "aac", "amr", "wav"]],
];

/** What kind of file a name promises. Names lie; the importer looks at the bytes. */
export function mediaOf(name: string): MediaKind {
  const extension = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  if (extension === "vcf") return "contact-card";
  const byPrefix = BY_PREFIX.find(([pattern]) => pattern.test(name));
  if (byPrefix !== undefined) return byPrefix[1];
  return BY_EXTENSION.find(([, extensions]) => extensions.includes(extension))?.[0] ?? "document";
}
