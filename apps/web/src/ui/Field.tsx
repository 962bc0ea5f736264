import { type ReactNode, useId } from "react";

type Described = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

type Props = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  /** Makes the control, given what ties it to its label, hint and error. */
  readonly children: (described: Described) => ReactNode;
};

/** A labelled control with its hint and its error. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error ? errorId : "", hint ? hintId : ""].filter(Boolean).join(" ");

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-list font-medium text-ink-2">
        {label}
      </label>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? (
        <p id={errorId} className="text-list text-red">
          {error}
        </p>
      ) : null}
      {hint ? (
        <div id={hintId} className="text-list text-ink-3">
          {hint}
        </div>
      ) : null}
    </div>
  );
}
