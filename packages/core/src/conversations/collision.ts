/** The last answer of a person in a conversation. */
export type LastAnswer = {
  readonly answeredAt: Date | null;
  /** Null for one that was written on the phone. */
  readonly answeredById: string | null;
  readonly lastInboundAt: Date | null;
};

/**
 * Whether a colleague has answered so shortly ago that whoever answers too has hardly seen it.
 *
 * Once the contact has written again, there is something to answer.
 */
export function hasJustAnswered(
  now: Date,
  { answeredAt, answeredById, lastInboundAt }: LastAnswer,
  { memberId, gapSeconds }: { readonly memberId: string; readonly gapSeconds: number },
): boolean {
  if (answeredAt === null || answeredById === memberId) return false;
  if (lastInboundAt !== null && lastInboundAt > answeredAt) return false;
  return now.getTime() - answeredAt.getTime() < gapSeconds * 1000;
}
