import type { Wake, WakeTopic } from "./wake.ts";

/** Hints within this process. A listener that throws stops nobody else. */
export function localWake(onFault: (error: unknown) => void = () => {}): Wake {
  const listeners = new Map<WakeTopic, Set<(key: string) => void>>();

  return {
    tell(topic, key) {
      for (const onWake of listeners.get(topic) ?? []) {
        try {
          onWake(key);
        } catch (error) {
          onFault(error);
        }
      }
    },
    listen(topic, onWake) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(onWake));
      return () => void set.delete(onWake);
    },
  };
}
