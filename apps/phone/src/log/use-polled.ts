import { useEffect, useEffectEvent, useState } from "react";

const EVERY_MS = 2_000;

type Answer<T> = { readonly key: string; readonly turn: number; readonly value: T };

/**
 * What `load` last answered, asked again every two seconds while it is looked at.
 * `again` asks at once. A failed question keeps the last answer.
 */
export function usePolled<T>(
  load: () => Promise<T>,
  key: string,
): { readonly value: T | null; readonly again: () => void } {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [turn, setTurn] = useState(0);
  const ask = useEffectEvent(load);

  useEffect(() => {
    let wanted = true;
    const question = () => {
      ask()
        .then((value) => {
          if (wanted) setAnswer({ key, turn, value });
        })
        .catch(() => {});
    };
    question();
    const timer = window.setInterval(question, EVERY_MS);
    return () => {
      wanted = false;
      window.clearInterval(timer);
    };
  }, [key, turn]);

  return {
    value: answer?.key === key ? answer.value : null,
    again: () => setTurn((before) => before + 1),
  };
}
