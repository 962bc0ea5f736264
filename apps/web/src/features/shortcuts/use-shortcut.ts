import { useEffect, useEffectEvent } from "react";
import { putOn } from "./keyboard.ts";
import type { ShortcutName } from "./shortcuts.ts";

/** Lets a component hear a shortcut for as long as it is on the screen and `enabled`. */
export function useShortcut(name: ShortcutName, handler: () => void, enabled = true): void {
  const onPress = useEffectEvent(handler);
  useEffect(() => (enabled ? putOn(name, () => onPress()) : undefined), [name, enabled]);
}
