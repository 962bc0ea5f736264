import type { ReactNode } from "react";

type Props = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
  /** The title is the page's own heading: nothing else is on it. */
  readonly alone?: boolean;
};

/** An empty place: what it is for, and the next step. */
export function EmptyState({ icon, title, text, action, alone = false }: Props) {
  const Title = alone ? "h1" : "p";
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center">
      <span aria-hidden="true" className="text-ink-3">
        {icon}
      </span>
      <div className="max-w-80">
        <Title className="font-semibold">{title}</Title>
        <p className="mt-1 text-ink-2">{text}</p>
      </div>
      {action}
    </div>
  );
}
