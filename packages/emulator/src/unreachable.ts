/** Ends a switch that has a case for every kind; a forgotten one does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
