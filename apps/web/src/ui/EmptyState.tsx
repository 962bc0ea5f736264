import type { ReactNode } from "react";

type Props = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
};

/** An empty place: what it is for, and the next step. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center">
      <span aria-hidden="true" className="text-ink-3">
        {icon}
      </span>
      <div className="max-w-80">
        <p className="font-semibold">{title}</p>
        <p className="mt-1 text-ink-2">{text}</p>
      </div>
      {action}
    </div>
  );
}
