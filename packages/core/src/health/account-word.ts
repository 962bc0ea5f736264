/**
 * What Meta says of an account beside its figures, in our words.
 *
 * Kept with the number as it was told; a later word of the same kind takes its
 * place. Instants are texts, for this is stored and sent as JSON.
 */
export type AccountWords = {
  readonly restriction: Restriction | null;
  readonly ban: Ban | null;
  readonly violation: Violation | null;
  readonly alert: Alert | null;
};

export type Told<Word> = Word & { readonly at: string };

/** What the account may not do for a while. */
export type Restriction = Told<{
  readonly of: readonly { readonly what: RestrictedThing; readonly until: string | null }[];
}>;
export type RestrictedThing = "starts" | "answers" | "numbers" | "calls" | "other";

export type Ban = Told<{
  readonly state: "disabled" | "scheduled" | "reinstated" | "deleted";
  /** As Meta writes the day of it. */
  readonly on: string | null;
}>;

/** Which of Meta's rules was broken, in its words. */
export type Violation = Told<{ readonly rule: string; readonly remedy: string | null }>;

export type Alert = Told<{
  readonly severity: "critical" | "warning" | "information";
  readonly isActive: boolean;
  readonly what: string;
  readonly text: string | null;
}>;

/** Whether the platform says that the number can send, and what stands in the way. */
export type Standing = {
  readonly canSend: "available" | "limited" | "blocked" | "unknown";
  readonly problems: readonly {
    readonly about: string;
    readonly what: string;
    readonly remedy: string | null;
  }[];
  /** When the number came to the platform; null while it does not say. */
  readonly registeredAt: string | null;
};

/** Whether something is forbidden at the moment: a restriction without an end holds until another word. */
export function isRestricted(
  now: Date,
  restriction: Restriction | null,
  what: RestrictedThing,
): boolean {
  return (restriction?.of ?? []).some(
    (it) => it.what === what && (it.until === null || new Date(it.until) > now),
  );
}
