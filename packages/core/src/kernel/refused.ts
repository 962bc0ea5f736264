/**
 * An expected no: a value, not an exception.
 *
 * The caller must look at it, because it is part of the return type; what the
 * person sees of it is decided by whoever presents it.
 */
export type Refused<Reason extends string, Facts extends object = object> = {
  readonly refused: Reason;
} & Facts;

/** Tells a refusal from a result. */
export function isRefused<T extends object>(
  result: T,
): result is Extract<T, { readonly refused: string }> {
  return "refused" in result;
}
