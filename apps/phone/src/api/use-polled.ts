import { useEffect, useEffectEvent, useState } from "react";
import { usePhones } from "../state/store.ts";

const EVERY_MS = 2_000;

/** `asked` tells one question from the next, though they are the same. */
type Answer<T> = { readonly key: string; readonly asked: string; readonly value: T };

/** The last answer, and a way to ask at once. */
export type Polled<T> = { readonly value: T | null; readonly again: () => void };

/**
 * What `load` last answered.
 *
 * Asked again when the emulator tells of a change, every two seconds while it is
 * looked at, and by `again`. A failed question keeps the last answer, and an
 * answer that was overtaken by a later one is dropped.
 */
export function usePolled<T>(load: () => Promise<T>, key: string): Polled<T> {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [turn, setTurn] = useState(0);
  const news = usePhones((phones) => phones.news);
  const ask = useEffectEvent(load);
  const asked = `${turn} ${news}`;

  useEffect(() => {
    let latest = 0;
    const question = () => {
      if (document.hidden) return;
      latest += 1;
      const mine = latest;
      ask()
        .then((value) => {
          if (mine === latest) setAnswer({ key, asked, value });
        })
        .catch(() => {});
    };
    question();
    const timer = window.setInterval(question, EVERY_MS);
    return () => {
      latest += 1;
      window.clearInterval(timer);
    };
  }, [key, asked]);

  return {
    value: answer?.key === key ? answer.value : null,
    again: () => setTurn((before) => before + 1),
  };
}
