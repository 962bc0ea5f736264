import { type ReactNode, useState } from "react";

type Props = {
  readonly label: string;
  /** What it begins with; from then on it keeps what is written, as it is written. */
  readonly start: string;
  readonly onChange: (text: string) => void;
  readonly lines?: number;
  readonly most: number;
  readonly hint?: ReactNode;
};

/** Words that belong to a part of the rule. */
export function TextField({ label, start, onChange, lines = 1, most, hint }: Props) {
  const [text, setText] = useState(start);
  const shared = {
    className: "field w-full text-ink",
    dir: "auto",
    maxLength: most,
    value: text,
  } as const;
  function write(next: string): void {
    setText(next);
    onChange(next);
  }
  return (
    <label className="flex w-full min-w-40 flex-1 flex-col gap-1 text-list text-ink-2">
      {label}
      {lines === 1 ? (
        <input {...shared} onChange={({ target }) => write(target.value)} />
      ) : (
        <textarea
          {...shared}
          className="field h-auto w-full py-2 text-ink"
          rows={lines}
          onChange={({ target }) => write(target.value)}
        />
      )}
      {hint === undefined ? null : <span className="text-meta">{hint}</span>}
    </label>
  );
}
