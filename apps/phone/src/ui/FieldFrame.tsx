import { type ReactNode, useId } from "react";

/** What ties a field to its name and its hint. */
export type Tied = { readonly id: string; readonly "aria-describedby": string | undefined };

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (tied: Tied) => ReactNode;
};

/** A field under its name, with a hint below. */
export function FieldFrame({ label, hint, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-list font-medium text-ink-2">
        {label}
      </label>
      {children({ id, "aria-describedby": hint === undefined ? undefined : hintId })}
      {hint !== undefined && (
        <p id={hintId} className="mt-1 text-meta text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
