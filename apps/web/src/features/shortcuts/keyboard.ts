import { type Press, SHORTCUTS, type ShortcutName } from "./shortcuts.ts";

/** How long after G the second letter counts. */
const SEQUENCE_MS = 1200;

type Handler = () => void;

/** The innermost handler of a shortcut is the last one that was put on. */
const handlers = new Map<ShortcutName, Handler[]>();

let pending: { readonly code: string; readonly at: number } | null = null;

/** Lets `handler` hear `name` until the returned function is called. */
export function putOn(name: ShortcutName, handler: Handler): () => void {
  if (handlers.size === 0) document.addEventListener("keydown", onKeyDown);
  handlers.set(name, [...(handlers.get(name) ?? []), handler]);
  return () => {
    const left = (handlers.get(name) ?? []).filter((it) => it !== handler);
    if (left.length > 0) handlers.set(name, left);
    else handlers.delete(name);
    if (handlers.size === 0) document.removeEventListener("keydown", onKeyDown);
  };
}

function onKeyDown(event: KeyboardEvent): void {
  const press = pressOf(event);
  const shortcut = SHORTCUTS.find(({ matches }) => matches(press));
  pending = null;
  if (!shortcut) {
    if (event.code === "KeyG" && mayBeShortcut(event)) pending = { code: "KeyG", at: Date.now() };
    return;
  }
  if (shortcut.name !== "search" && !mayBeShortcut(event)) return;
  const handler = handlers.get(shortcut.name)?.at(-1);
  if (!handler) return;
  event.preventDefault();
  handler();
}

function pressOf(event: KeyboardEvent): Press {
  const fresh = pending !== null && Date.now() - pending.at < SEQUENCE_MS;
  return {
    code: event.code,
    key: event.key,
    withControl: event.ctrlKey || event.metaKey,
    withShift: event.shiftKey,
    after: fresh ? (pending?.code ?? null) : null,
  };
}

/** Letters belong to whoever is being written in, Enter and arrows to the button or list that has the focus. */
function mayBeShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return true;
  if (document.querySelector("[role=dialog],[role=menu],[role=listbox]")) return false;
  if (target.closest("input,textarea,select,[contenteditable=true]")) return false;
  const isOwn = /^(Enter|Arrow)/.test(event.code);
  return !isOwn || !target.closest("button,a,[role=slider],[role=radio],audio,video,summary");
}
