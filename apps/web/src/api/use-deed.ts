import { useState } from "react";
import { useErrorWords } from "./use-error-words.ts";

/** Something that a button starts: whether it is under way, and what went wrong in words. */
export function useDeed() {
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setError(null);
    try {
      await deed();
      return true;
    } catch (problem) {
      setError(words(problem));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, error, run };
}
