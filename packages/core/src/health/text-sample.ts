import type { MessageContent } from "../messages/content.ts";
import type { Seen, TextSample } from "./facts.ts";

/** Something that went out without a person's answer, and to whom. */
export type SentText = Seen & {
  readonly recipient: string;
  readonly content: MessageContent;
  /** Whether the person ever wrote, or agreed to anything. */
  readonly isKnown: boolean;
};

/** Sites that make short links of long ones, and so hide where a link leads. */
const SHORTENERS = new Set(
  (
    "bit.ly bitly.com tinyurl.com goo.gl t.co t.ly ow.ly is.gd v.gd buff.ly cutt.ly rebrand.ly shorturl.at " +
    "rb.gy soo.gd tiny.cc s.id lnkd.in clck.ru vk.cc u.to goo.su go.link qps.ru to.click"
  ).split(" "),
);

const LINK = /\b(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/?#][^\s]*)?/giu;
const HAS_SCHEME = /^https?:\/\//iu;
/** Without a scheme only what is written with a path is taken for a link: `e.g.` and `v2.0` are none. */
const HAS_PATH = /[/?#]/u;

type Link = { readonly text: string; readonly host: string };

export function linksIn(text: string): readonly Link[] {
  return [...text.matchAll(LINK)].flatMap(([found, host]) => {
    const isLink = HAS_SCHEME.test(found) || HAS_PATH.test(found) || SHORTENERS.has(host ?? "");
    return isLink && host !== undefined ? [{ text: found, host: host.toLowerCase() }] : [];
  });
}

/** What a message says, links of its buttons included; what has no words says nothing. */
export function wordsOf(content: MessageContent): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "template":
    case "buttons": {
      const header = content.header?.kind === "text" ? content.header.text : "";
      const urls = content.buttons.flatMap((it) => (it.kind === "url" ? [it.url] : []));
      return [header, content.text, content.footer ?? "", ...urls].filter(Boolean).join("\n");
    }
    case "image":
    case "video":
    case "document":
      return content.file.caption ?? "";
    default:
      return "";
  }
}

const FEW = 5;

/** Looks through what was last sent for what gets numbers blocked. */
export function sampleTexts(sent: readonly SentText[]): TextSample {
  const read = sent.map((it) => ({ ...it, words: wordsOf(it.content).trim() }));
  const groups = Map.groupBy(
    read.filter(({ words }) => words !== ""),
    ({ words }) => words,
  );
  const commonest = [...groups.values()].toSorted((one, other) => other.length - one.length)[0];
  const linked = read
    .map((it) => ({ ...it, links: linksIn(it.words) }))
    .filter(({ links }) => links.length > 0);
  const hidden = linked.flatMap(({ links }) => links.filter(({ host }) => SHORTENERS.has(host)));
  const first = commonest?.[0];
  return {
    count: sent.length,
    people: new Set(sent.map(({ recipient }) => recipient)).size,
    identical: new Set(commonest?.map(({ recipient }) => recipient)).size,
    identicalText: first?.words ?? null,
    identicalTemplate: first?.content.kind === "template" ? first.content.name : null,
    withLinks: linked.length,
    withShortLinks: hidden.length,
    shortLink: hidden[0]?.text ?? null,
    linked: linked.slice(0, FEW).map(seenOf),
    strangers: new Set(read.filter((it) => !it.isKnown).map(({ recipient }) => recipient)).size,
    strangersSeen: read
      .filter((it) => !it.isKnown)
      .slice(0, FEW)
      .map(seenOf),
  };
}

function seenOf({ conversationId, name }: Seen): Seen {
  return { conversationId, name };
}
