import { useId } from "react";

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** A setting that is on or off, with its name and what it means. */
export function Switch({ label, hint, checked, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex items-start gap-3 px-4 py-2">
      <div className="min-w-0 flex-1">
        <label id={`${id}-name`} htmlFor={id} className="block font-medium">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-meta text-ink-3">
            {hint}
          </p>
        )}
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={checked}
        aria-labelledby={`${id}-name`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onClick={() => onChange(!checked)}
        className={`relative mt-0.5 h-6 w-11 flex-none rounded-full border ${
          checked ? "border-blue bg-blue" : "border-edge bg-surface-3"
        }`}
      >
        <span
          className={`absolute top-0.5 size-4.5 rounded-full transition-[left] ${
            checked ? "left-5.5 bg-on-blue" : "left-0.5 bg-ink-2"
          }`}
        />
      </button>
    </div>
  );
}
