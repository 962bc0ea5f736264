/** Whom a prepared text is for and who sends it from where. */
export type ReplyAbout = {
  readonly contact: {
    readonly name: string | null;
    readonly profileName: string | null;
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly memberName: string;
  readonly channelName: string;
};

export type FilledReply = {
  readonly text: string;
  /** The variables for which nothing is known, as they are written; they stand in the text unchanged. */
  readonly missing: readonly string[];
};

const VARIABLE = /\{\{\s*([^{}]+?)\s*\}\}/gu;

/**
 * Fills the variables of a quick reply: `contact.name`, `member.name`,
 * `channel.name`, and `contact.` with the name of any field of the contact.
 *
 * What is not known stays as it is and is told, so that nobody sends a hole.
 */
export function fillReply(text: string, about: ReplyAbout): FilledReply {
  const missing = new Set<string>();
  const filled = text.replace(VARIABLE, (whole, name: string) => {
    const value = valueOf(name, about).trim();
    if (value === "") missing.add(name);
    return value === "" ? whole : value;
  });
  return { text: filled, missing: [...missing] };
}

function valueOf(name: string, { contact, memberName, channelName }: ReplyAbout): string {
  switch (name) {
    case "contact.name":
      return contact.name ?? contact.profileName ?? "";
    case "member.name":
      return memberName;
    case "channel.name":
      return channelName;
    default: {
      const field = name.startsWith("contact.") ? name.slice("contact.".length) : "";
      return Object.hasOwn(contact.fields, field) ? (contact.fields[field] ?? "") : "";
    }
  }
}
