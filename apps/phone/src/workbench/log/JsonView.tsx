import { useMemo } from "react";

type Props = { readonly text: string; readonly label: string };

/** JSON with its lines indented; what is not JSON is shown as it is. */
export function JsonView({ text, label }: Props) {
  const pretty = useMemo(() => prettyJson(text), [text]);
  return (
    <section
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A scrolling region without a stop of its own cannot be moved with the keyboard.
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-lg border border-hairline bg-surface p-3 font-mono text-meta whitespace-pre"
    >
      <pre>{pretty}</pre>
    </section>
  );
}

export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
