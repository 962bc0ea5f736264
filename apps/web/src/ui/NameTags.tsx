import { useEffect, useSyncExternalStore } from "react";
import { type NameTag, nameTags } from "./name-tags.ts";

const GAP = 6;

/** Shows the name of the control that is pointed at. A screen reader has it from the control itself. */
export function NameTags() {
  const tag = useSyncExternalStore(nameTags.shown.subscribe, nameTags.shown.get);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") nameTags.hide();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("scroll", nameTags.hide, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("scroll", nameTags.hide, true);
    };
  }, []);

  if (!tag) return null;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed z-60 flex items-center gap-2 rounded-md bg-ink px-2 py-1 text-meta whitespace-nowrap text-surface"
      style={placeOf(tag)}
    >
      {tag.name}
      {tag.keys ? <kbd className="font-mono opacity-75">{tag.keys}</kbd> : null}
    </div>
  );
}

function placeOf({ side, at }: NameTag): { left: number; top: number; transform: string } {
  const middleX = at.left + at.width / 2;
  const middleY = at.top + at.height / 2;
  switch (side) {
    case "right":
      return { left: at.right + GAP, top: middleY, transform: "translateY(-50%)" };
    case "left":
      return { left: at.left - GAP, top: middleY, transform: "translate(-100%, -50%)" };
    case "bottom":
      return { left: middleX, top: at.bottom + GAP, transform: shiftedFor(middleX, "0") };
    case "top":
      return { left: middleX, top: at.top - GAP, transform: shiftedFor(middleX, "-100%") };
    default:
      return side satisfies never;
  }
}

/** Near an edge of the window the tag leans inwards, so that it is never cut off. */
function shiftedFor(middleX: number, y: string): string {
  const room = 90;
  const x = middleX < room ? "-15%" : middleX > innerWidth - room ? "-85%" : "-50%";
  return `translate(${x}, ${y})`;
}
