import { type ReactNode, useId } from "react";

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a panel under a heading of its own. */
export function Block({ title, note, actions, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={id} className="min-w-0 flex-1 font-semibold">
          {title}
        </h3>
        {actions}
      </div>
      {note !== undefined && <div className="mb-2 text-list text-ink-3">{note}</div>}
      {children}
    </section>
  );
}
