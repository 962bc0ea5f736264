export type ShortcutName =
  | "next"
  | "previous"
  | "open"
  | "filter"
  | "choose"
  | "macros"
  | "reply"
  | "unread"
  | "note"
  | "label"
  | "attach"
  | "take"
  | "assign"
  | "priority"
  | "snooze"
  | "close"
  | "leave"
  | "search"
  | "help"
  | "go-inbox"
  | "go-soonest"
  | "go-contacts"
  | "go-campaigns"
  | "go-templates"
  | "go-automations"
  | "go-statistics"
  | "go-health"
  | "go-prices"
  | "go-settings";

export type Shortcut = {
  readonly name: ShortcutName;
  readonly group: "list" | "thread" | "everywhere";
  /** As they are shown. */
  readonly shown: readonly string[];
  readonly matches: (press: Press) => boolean;
};

/** A press of a key; `after` is the letter pressed just before it, for two-key shortcuts. */
export type Press = {
  /** The place of the key, so that J is J under a Russian layout too. */
  readonly code: string;
  readonly key: string;
  readonly withControl: boolean;
  readonly withShift: boolean;
  readonly after: string | null;
};

/** Every key of the page. The sheet of `?` and the page's behaviour both come from here. */
export const SHORTCUTS: readonly Shortcut[] = [
  { name: "next", group: "list", shown: ["J", "↓"], matches: single("KeyJ", "ArrowDown") },
  { name: "previous", group: "list", shown: ["K", "↑"], matches: single("KeyK", "ArrowUp") },
  { name: "open", group: "list", shown: ["Enter"], matches: single("Enter") },
  {
    name: "filter",
    group: "list",
    shown: ["Shift F"],
    matches: (press) => press.withShift && single("KeyF")({ ...press, withShift: false }),
  },
  { name: "choose", group: "list", shown: ["X"], matches: single("KeyX") },
  { name: "macros", group: "thread", shown: ["M"], matches: single("KeyM") },
  { name: "reply", group: "thread", shown: ["R"], matches: single("KeyR") },
  { name: "note", group: "thread", shown: ["N"], matches: single("KeyN") },
  { name: "label", group: "thread", shown: ["L"], matches: single("KeyL") },
  { name: "take", group: "thread", shown: ["T"], matches: single("KeyT") },
  { name: "assign", group: "thread", shown: ["A"], matches: single("KeyA") },
  { name: "priority", group: "thread", shown: ["P"], matches: single("KeyP") },
  { name: "snooze", group: "thread", shown: ["S"], matches: single("KeyS") },
  { name: "close", group: "thread", shown: ["E"], matches: single("KeyE") },
  { name: "unread", group: "thread", shown: ["U"], matches: single("KeyU") },
  { name: "attach", group: "thread", shown: ["F"], matches: single("KeyF") },
  { name: "leave", group: "thread", shown: ["Esc"], matches: single("Escape") },
  {
    name: "search",
    group: "everywhere",
    shown: ["Ctrl K"],
    matches: ({ code, withControl }) => withControl && code === "KeyK",
  },
  {
    name: "help",
    group: "everywhere",
    shown: ["?"],
    matches: ({ key, withControl, after }) => !withControl && after === null && key === "?",
  },
  { name: "go-inbox", group: "everywhere", shown: ["G", "I"], matches: afterG("KeyI") },
  { name: "go-soonest", group: "everywhere", shown: ["G", "W"], matches: afterG("KeyW") },
  { name: "go-contacts", group: "everywhere", shown: ["G", "C"], matches: afterG("KeyC") },
  { name: "go-campaigns", group: "everywhere", shown: ["G", "M"], matches: afterG("KeyM") },
  { name: "go-templates", group: "everywhere", shown: ["G", "P"], matches: afterG("KeyP") },
  { name: "go-automations", group: "everywhere", shown: ["G", "A"], matches: afterG("KeyA") },
  { name: "go-statistics", group: "everywhere", shown: ["G", "T"], matches: afterG("KeyT") },
  { name: "go-health", group: "everywhere", shown: ["G", "H"], matches: afterG("KeyH") },
  { name: "go-prices", group: "everywhere", shown: ["G", "E"], matches: afterG("KeyE") },
  { name: "go-settings", group: "everywhere", shown: ["G", "S"], matches: afterG("KeyS") },
];

function single(...codes: readonly string[]): Shortcut["matches"] {
  return ({ code, withControl, withShift, after }) =>
    !withControl && !withShift && after === null && codes.includes(code);
}

function afterG(wanted: string): Shortcut["matches"] {
  return ({ code, withControl, after }) => !withControl && after === "KeyG" && code === wanted;
}
