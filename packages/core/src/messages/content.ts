/** A file of ours that a message carries. Its bytes may still be on the way. */
export type Attachment = {
  /** A FileId; unbranded, because the browser reads contents too, and there an id is a string. */
  readonly fileId: string;
  /** As the sender named it; for a document only. Never trusted as a path. */
  readonly name?: string;
  readonly caption?: string;
};

export type Place = {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
};

export type ContactCard = {
  readonly name: string;
  readonly organization?: string;
  readonly phones: readonly { readonly number: string; readonly label?: string }[];
  readonly emails: readonly { readonly address: string; readonly label?: string }[];
};

/** What stands above the text of a message with buttons, a list or a template. */
export type Header =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "image" | "video" | "document"; readonly file: Attachment }
  | { readonly kind: "location"; readonly place: Place };

export type Button =
  | { readonly kind: "reply"; readonly id: string; readonly title: string }
  | { readonly kind: "url"; readonly title: string; readonly url: string }
  | { readonly kind: "phone"; readonly title: string; readonly phone: string }
  | { readonly kind: "copy-code"; readonly title: string; readonly code: string }
  /** `what` names the kind where a template knows it: "flow", "catalog", "code". */
  | { readonly kind: "other"; readonly title: string; readonly what?: string };

/** A card of a carousel, as the person sees it. */
export type FilledCard = {
  readonly header?: Header;
  readonly text?: string;
  readonly buttons: readonly Button[];
};

export type ListSection = {
  readonly title?: string;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly description?: string;
  }[];
};

/**
 * What a message says, in our words. The same union serves both directions;
 * a channel's adapter turns it into the wire's shape and back.
 *
 * A reaction is no message: it belongs to the message it was put on. What we
 * have not met yet is `unknown` and keeps what came, so that it can be shown.
 */
export type MessageContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "image"; readonly file: Attachment }
  | { readonly kind: "video"; readonly file: Attachment }
  | { readonly kind: "audio"; readonly file: Attachment }
  | { readonly kind: "voice"; readonly file: Attachment }
  | { readonly kind: "document"; readonly file: Attachment }
  | { readonly kind: "sticker"; readonly file: Attachment; readonly animated?: boolean }
  | { readonly kind: "location"; readonly place: Place }
  | { readonly kind: "contacts"; readonly cards: readonly ContactCard[] }
  | {
      readonly kind: "buttons";
      readonly header?: Header;
      readonly text: string;
      readonly footer?: string;
      readonly buttons: readonly Button[];
    }
  | {
      readonly kind: "list";
      readonly header?: Header;
      readonly text: string;
      readonly footer?: string;
      readonly buttonTitle: string;
      readonly sections: readonly ListSection[];
    }
  | { readonly kind: "location-request"; readonly text: string }
  | {
      readonly kind: "template";
      readonly name: string;
      readonly language: string;
      /** The text as the person sees it, variables filled in. */
      readonly header?: Header;
      readonly text: string;
      readonly footer?: string;
      readonly buttons: readonly Button[];
      /** An offer with its countdown, above the buttons. `endsAt` is an instant, as JSON writes it. */
      readonly offer?: { readonly text: string; readonly endsAt?: string };
      readonly cards?: readonly FilledCard[];
      /** What the variables were filled with: the wire needs these, not the text. */
      readonly values: TemplateValues;
    }
  | {
      readonly kind: "choice";
      /** What was tapped: a button below a message, a button of a template, a row of a list. */
      readonly from: "button" | "template-button" | "list";
      readonly id: string;
      readonly title: string;
      readonly description?: string;
    }
  /** How the contact was served, in answer to our question: `score` of `of`, under the words they tapped. */
  | {
      readonly kind: "rating";
      readonly score: number;
      readonly of: number;
      readonly title: string;
    }
  | {
      readonly kind: "form";
      readonly name: string;
      readonly answers: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: "order";
      readonly text?: string;
      readonly items: readonly {
        readonly productId: string;
        readonly count: number;
        readonly priceMinor: number;
        readonly currency: string;
      }[];
    }
  /** Not said by the contact but about them: a changed number, a line of an imported chat. */
  | { readonly kind: "notice"; readonly text: string }
  /** Written by a member for the team alone; it is never sent. Mentioned are MemberIds. */
  | { readonly kind: "note"; readonly text: string; readonly mentions: readonly string[] }
  /** A chat export that left the file out; what was written with it is kept. */
  | {
      readonly kind: "omitted";
      readonly what: string;
      readonly name?: string;
      readonly caption?: string;
    }
  /** Meta itself says that it cannot pass this kind on. */
  | { readonly kind: "unsupported"; readonly what: string; readonly detail?: string }
  /** Galka has not met this kind. `raw` is what came, whole. */
  | { readonly kind: "unknown"; readonly what: string; readonly raw: unknown };

/** A product of the business's catalog. */
export type ProductChoice = { readonly catalogId: string; readonly productId: string };

/** The products that a button shows, in their sections. */
export type ProductSections = {
  readonly thumbnailId: string;
  readonly sections: readonly { readonly title: string; readonly productIds: readonly string[] }[];
};

/** What the variables of a message, or of one card of a carousel, are filled with. Keys are "1", "2", … or names. */
export type CardValues = {
  readonly headerFile?: Attachment;
  readonly headerProduct?: ProductChoice;
  readonly body?: Readonly<Record<string, string>>;
  /** By index of the button: the variable at the end of a link, or the code to copy. */
  readonly buttons?: Readonly<Record<string, string>>;
  /** By index of a reply button: what comes back when it is tapped, instead of its title. */
  readonly replies?: Readonly<Record<string, string>>;
};

/** What a template's variables are filled with, by place. */
export type TemplateValues = CardValues & {
  readonly header?: Readonly<Record<string, string>>;
  readonly headerPlace?: Place;
  /** By index of the button that shows them. */
  readonly products?: Readonly<Record<string, ProductSections>>;
  /** When the offer ends, as JSON writes an instant. */
  readonly offerEndsAt?: string;
  /** In the order of the cards. */
  readonly cards?: readonly CardValues[];
};

/** The file that a message carries, if it carries one; of a carousel the first. */
export function attachmentOf(content: MessageContent): Attachment | null {
  return attachmentsOf(content)[0] ?? null;
}

/** Every file that a message carries: one at most, but for the cards of a carousel. */
export function attachmentsOf(content: MessageContent): readonly Attachment[] {
  if ("file" in content) return [content.file];
  const header = "header" in content ? headerFile(content.header) : [];
  const cards = content.kind === "template" ? (content.cards ?? []) : [];
  return [...header, ...cards.flatMap((card) => headerFile(card.header))];
}

function headerFile(header: Header | undefined): readonly Attachment[] {
  return header && "file" in header ? [header.file] : [];
}
