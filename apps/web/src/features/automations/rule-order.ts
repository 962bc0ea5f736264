/** The order in which one thing has changed places with its neighbour; as it was where there is none. */
export function moved(ids: readonly string[], from: number, to: number): string[] {
  const next = [...ids];
  const [one, other] = [next[from], next[to]];
  if (one === undefined || other === undefined) return next;
  next[from] = other;
  next[to] = one;
  return next;
}
