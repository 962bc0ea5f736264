/** Ends a switch over a union: does not compile while a case is missing, and throws if one slips in at run time. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`);
}
