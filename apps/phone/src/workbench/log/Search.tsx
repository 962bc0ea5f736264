import { useEffect, useState } from "react";

/** So long after the last stroke a search begins. */
const QUIET_MS = 250;

type Props = { readonly label: string; readonly onSearch: (text: string) => void };

/** Words to look for; looked for when they have been typed. */
export function Search({ label, onSearch }: Props) {
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = window.setTimeout(() => onSearch(text.trim()), QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <input
      type="search"
      className="field min-w-0 flex-1 basis-48"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
