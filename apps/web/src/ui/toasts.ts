import { createStore } from "../sync/store.ts";

export type Toast = {
  readonly id: number;
  readonly title: string;
  /** Something that can be taken back or gone to. */
  readonly action?: { readonly label: string; readonly run: () => void };
};

const SHOWN_MS = 6000;
/** What can be taken back waits longer. */
const WITH_ACTION_MS = 10_000;
const AT_MOST = 3;

const shown = createStore<readonly Toast[]>([]);
let lastId = 0;

/** Short remarks, to be raised from anywhere. `Toasts` shows them. */
export const toasts = {
  shown,
  add: (toast: Omit<Toast, "id">) => {
    lastId += 1;
    const id = lastId;
    shown.update((before) => [...before, { ...toast, id }].slice(-AT_MOST));
    setTimeout(() => toasts.close(id), toast.action ? WITH_ACTION_MS : SHOWN_MS);
  },
  close: (id: number) => shown.update((before) => before.filter((toast) => toast.id !== id)),
} as const;
