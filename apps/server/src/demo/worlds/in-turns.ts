/** Fewer than the connections to the database, which the workers need too. */
const AT_ONCE = 4;

/** Does something about each, a few at a time; the first failure ends it. */
export async function inTurns<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const hand = async () => {
    for (const item of left) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}
