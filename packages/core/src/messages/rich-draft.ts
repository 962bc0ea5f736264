import { unreachable } from "../kernel/unreachable.ts";
import type { ContactCard, ListSection, MessageContent, Place } from "./content.ts";
import { type DraftFlaw, blank, tooLong } from "./draft-flaw.ts";

type Choice = { readonly id: string; readonly title: string };

/** What is filled in rather than written: a place, people, choices, a link to tap. */
export type RichDraft =
  | { readonly kind: "location"; readonly place: Place }
  | { readonly kind: "contacts"; readonly cards: readonly ContactCard[] }
  | {
      readonly kind: "buttons";
      readonly text: string;
      readonly footer?: string;
      readonly buttons: readonly Choice[];
    }
  | {
      readonly kind: "list";
      readonly text: string;
      readonly footer?: string;
      readonly buttonTitle: string;
      readonly sections: readonly ListSection[];
    }
  | {
      readonly kind: "link";
      readonly text: string;
      readonly footer?: string;
      /** The words on the button. */
      readonly title: string;
      readonly url: string;
    };

// Meta: lengths and counts of the message types, docs/…/messages/*, read 2026-11. Of contacts a
// message carries 257; nobody reads so many.
export const RICH_LIMITS = {
  text: 1024,
  listText: 4096,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  sections: 10,
  rows: 10,
  sectionTitle: 24,
  rowTitle: 24,
  description: 72,
  url: 2000,
  id: 200,
  cards: 20,
  name: 200,
  placeText: 1000,
} as const;

const LIMITS = RICH_LIMITS;
/** Digits, perhaps with what people put between them. A number that is masked is none. */
const PHONE = /^\+?[\d\s().-]{4,40}$/u;
const EMAIL = /^[^\s@]+@[^\s@]+$/u;

/**
 * Everything that is wrong with a draft, in the order in which it is read.
 *
 * The composer shows each beside its field while it is being filled in; the
 * server refuses for the first. Lengths are counted in code points.
 */
export function flawsOf(draft: RichDraft): readonly DraftFlaw[] {
  switch (draft.kind) {
    case "location":
      return placeFlaws(draft.place);
    case "contacts":
      return [
        ...count("cards", draft.cards, LIMITS.cards),
        ...draft.cards.flatMap((card, index) => cardFlaws(card, `cards.${index}`)),
      ];
    case "buttons":
      return [
        ...textFlaws(draft, LIMITS.text),
        ...count("buttons", draft.buttons, LIMITS.buttons),
        ...choiceFlaws(draft.buttons, (index) => `buttons.${index}`, LIMITS.buttonTitle),
        ...repeatedTitles(draft.buttons, (index) => `buttons.${index}`),
      ];
    case "list":
      return listFlaws(draft);
    case "link":
      return [
        ...textFlaws(draft, LIMITS.text),
        ...blank("title", draft.title),
        ...tooLong("title", draft.title, LIMITS.buttonTitle),
        ...urlFlaws(draft.url),
      ];
    default:
      return unreachable(draft);
  }
}

/** The message that a draft without flaws becomes. */
export function richContent(draft: RichDraft): MessageContent {
  switch (draft.kind) {
    case "location":
    case "contacts":
      return draft;
    case "buttons": {
      const { text, footer, buttons } = draft;
      const replies = buttons.map(({ id, title }) => ({ kind: "reply" as const, id, title }));
      return { kind: "buttons", text, ...footed(footer), buttons: replies };
    }
    case "list": {
      const { text, footer, buttonTitle, sections } = draft;
      return { kind: "list", text, ...footed(footer), buttonTitle, sections };
    }
    case "link": {
      const { text, footer, title, url } = draft;
      return { kind: "buttons", text, ...footed(footer), buttons: [{ kind: "url", title, url }] };
    }
    default:
      return unreachable(draft);
  }
}

function footed(footer: string | undefined): { readonly footer?: string } {
  return footer === undefined || footer.trim() === "" ? {} : { footer };
}

function textFlaws(
  { text, footer = "" }: { readonly text: string; readonly footer?: string },
  max: number,
): readonly DraftFlaw[] {
  return [
    ...blank("text", text),
    ...tooLong("text", text, max),
    ...tooLong("footer", footer, LIMITS.footer),
  ];
}

function placeFlaws({ latitude, longitude, name = "", address = "" }: Place): readonly DraftFlaw[] {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return [
    ...(isOnEarth ? [] : [{ at: "place", flaw: "not-a-place" } as const]),
    ...tooLong("name", name, LIMITS.placeText),
    ...tooLong("address", address, LIMITS.placeText),
  ];
}

function cardFlaws(card: ContactCard, at: string): readonly DraftFlaw[] {
  return [
    ...blank(`${at}.name`, card.name),
    ...tooLong(`${at}.name`, card.name, LIMITS.name),
    ...tooLong(`${at}.organization`, card.organization ?? "", LIMITS.name),
    ...(card.phones.length + card.emails.length > 0
      ? []
      : [{ at: `${at}.phones`, flaw: "empty" } as const]),
    ...card.phones.flatMap(({ number }, index) =>
      PHONE.test(number) ? [] : [{ at: `${at}.phones.${index}`, flaw: "not-a-phone" } as const],
    ),
    ...card.emails.flatMap(({ address }, index) =>
      EMAIL.test(address) ? [] : [{ at: `${at}.emails.${index}`, flaw: "not-an-email" } as const],
    ),
  ];
}

function listFlaws(draft: Extract<RichDraft, { kind: "list" }>): readonly DraftFlaw[] {
  const { sections, buttonTitle } = draft;
  const rows = sections.flatMap((section) => section.rows);
  return [
    ...textFlaws(draft, LIMITS.listText),
    ...blank("buttonTitle", buttonTitle),
    ...tooLong("buttonTitle", buttonTitle, LIMITS.buttonTitle),
    ...count("sections", sections, LIMITS.sections),
    ...count("rows", rows, LIMITS.rows),
    ...sections.flatMap((section, index) =>
      sectionFlaws(section, `sections.${index}`, sections.length > 1),
    ),
    ...repeatedIds(rows),
  ];
}

function sectionFlaws(
  { title = "", rows }: ListSection,
  at: string,
  needsTitle: boolean,
): readonly DraftFlaw[] {
  const rowAt = (index: number) => `${at}.rows.${index}`;
  return [
    ...(needsTitle ? blank(`${at}.title`, title) : []),
    ...tooLong(`${at}.title`, title, LIMITS.sectionTitle),
    ...(rows.length === 0 ? [{ at: `${at}.rows`, flaw: "empty" } as const] : []),
    ...choiceFlaws(rows, rowAt, LIMITS.rowTitle),
    ...rows.flatMap(({ description = "" }, index) =>
      tooLong(`${rowAt(index)}.description`, description, LIMITS.description),
    ),
  ];
}

function choiceFlaws(
  choices: readonly Choice[],
  at: (index: number) => string,
  longest: number,
): readonly DraftFlaw[] {
  return choices.flatMap(({ id, title }, index) => [
    ...blank(at(index), title),
    ...tooLong(at(index), title, longest),
    ...blank(`${at(index)}.id`, id),
    ...tooLong(`${at(index)}.id`, id, LIMITS.id),
    ...(choices.findIndex((other) => other.id === id) < index
      ? [{ at: `${at(index)}.id`, flaw: "repeated" } as const]
      : []),
  ]);
}

/** WhatsApp refuses two buttons with the same words; rows of a list may have them. */
function repeatedTitles(
  choices: readonly Choice[],
  at: (index: number) => string,
): readonly DraftFlaw[] {
  const word = ({ title }: Choice) => title.trim();
  return choices.flatMap((choice, index) =>
    word(choice) !== "" && choices.findIndex((other) => word(other) === word(choice)) < index
      ? [{ at: at(index), flaw: "repeated" } as const]
      : [],
  );
}

function repeatedIds(rows: readonly Choice[]): readonly DraftFlaw[] {
  const isRepeated = new Set(rows.map(({ id }) => id)).size < rows.length;
  return isRepeated ? [{ at: "rows", flaw: "repeated" }] : [];
}

function urlFlaws(url: string): readonly DraftFlaw[] {
  // Not read with URL: this is also where there is none, and Meta looks only at how it begins.
  const isLink = /^https?:\/\/[^\s/?#]+\.[^\s/?#]+\S*$/iu.test(url);
  return isLink ? tooLong("url", url, LIMITS.url) : [{ at: "url", flaw: "not-a-link" }];
}

function count(at: string, list: readonly unknown[], max: number): readonly DraftFlaw[] {
  if (list.length === 0) return [{ at, flaw: "empty" }];
  return list.length > max ? [{ at, flaw: "too-many", max }] : [];
}
