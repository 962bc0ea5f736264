import { useEffect, useEffectEvent, useState, type RefObject } from "react";

/** Takes files that are dropped on the element; true while some hang over it. */
export function useDrop(
  target: RefObject<HTMLElement | null>,
  onFiles: (files: FileList) => void,
): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const element = target.current;
    if (!element) return undefined;
    const listen = new AbortController();
    const { signal } = listen;
    element.addEventListener(
      "dragover",
      (event) => {
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    element.addEventListener("dragleave", () => setOver(false), { signal });
    element.addEventListener(
      "drop",
      (event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) take(event.dataTransfer.files);
      },
      { signal },
    );
    return () => listen.abort();
  }, [target]);
  return over;
}
