/** Answers for keys; a key that it does not name has no answer. */
export type AskMany<Key, Answer> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>;

export type Together = {
  /** How many questions may be under way at once. */
  readonly atOnce: number;
  /** How many keys go into one. */
  readonly most: number;
};

/**
 * Turns the questions of many who ask at the same moment into a few.
 *
 * Nobody gets an answer that is older than their question: who asks while a
 * question is under way is part of the next one. So nothing is remembered and
 * there is nothing to invalidate; alone, one waits for nothing.
 */
export function askedTogether<Key, Answer>(
  ask: AskMany<Key, Answer>,
  { atOnce, most }: Together = { atOnce: 2, most: 500 },
): (key: Key) => Promise<Answer | null> {
  type Asked = {
    readonly answer: Promise<Answer | null>;
    settle(answer: Promise<Answer | null>): void;
  };
  const waiting = new Map<Key, Asked>();
  let underWay = 0;
  let isCalled = false;

  return (key) => {
    const known = waiting.get(key);
    if (known) return known.answer;
    const { promise, resolve } = Promise.withResolvers<Answer | null>();
    waiting.set(key, { answer: promise, settle: resolve });
    callNext();
    return promise;
  };

  function callNext(): void {
    if (isCalled || waiting.size === 0 || underWay >= atOnce) return;
    isCalled = true;
    // After everything that came in with this turn of the event loop.
    setImmediate(() => {
      isCalled = false;
      void askNext();
    });
  }

  async function askNext(): Promise<void> {
    const group = [...waiting].slice(0, most);
    for (const [key] of group) waiting.delete(key);
    underWay += 1;
    const answers = ask(group.map(([key]) => key));
    for (const [key, { settle }] of group) {
      settle(answers.then((found) => found.get(key) ?? null));
    }
    callNext();
    await answers.catch(() => {});
    underWay -= 1;
    callNext();
  }
}
