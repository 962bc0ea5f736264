type Props = { readonly label: string; readonly value: unknown };

/** What came, as it came, folded away until somebody asks. */
export function Raw({ label, value }: Props) {
  return (
    <details className="mt-1 text-meta text-ink-2">
      <summary className="inline-flex min-h-6 cursor-pointer items-center underline">
        {label}
      </summary>
      {/* A long answer scrolls by itself, so it must be reachable by the keyboard. */}
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box has to take the focus
        tabIndex={0}
        className="mt-1 max-h-60 overflow-auto rounded-md bg-surface-2 p-2 font-mono text-ink"
      >
        {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
      </pre>
    </details>
  );
}
