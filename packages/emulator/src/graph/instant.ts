/** `2026-11-21T11:18:09+0000`, as Graph writes instants. */
export function graphInstant(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "+0000");
}
