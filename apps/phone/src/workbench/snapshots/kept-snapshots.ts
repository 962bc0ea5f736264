import { useSyncExternalStore } from "react";

/** A world as it was, kept by this page until it is closed. */
export type KeptSnapshot = {
  readonly id: string;
  /** The emulator's instant at which it was taken. */
  readonly at: number;
  readonly file: Blob;
};

/** So many are kept; the oldest goes first. A world may be many megabytes. */
const KEPT = 10;

let kept: readonly KeptSnapshot[] = [];
const listeners = new Set<() => void>();

/** The snapshots that this page keeps, the latest first. */
export function useKeptSnapshots(): readonly KeptSnapshot[] {
  return useSyncExternalStore(listen, () => kept);
}

export function keepSnapshot(at: number, file: Blob): void {
  change([{ id: crypto.randomUUID(), at, file }, ...kept].slice(0, KEPT));
}

export function forgetSnapshot(id: string): void {
  change(kept.filter((it) => it.id !== id));
}

function change(next: readonly KeptSnapshot[]): void {
  kept = next;
  for (const listener of listeners) listener();
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
