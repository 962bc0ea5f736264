import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a settings page, on a surface of its own. */
export function Section({ title, lead, action, children }: Props) {
  return (
    <section className="rounded-bubble border bg-surface">
      <header className="flex flex-wrap items-start gap-3 px-4 pt-4">
        <div className="min-w-50 flex-1">
          <h2 className="text-[15px]/[20px] font-semibold">{title}</h2>
          {lead ? <div className="mt-0.5 text-list text-ink-2">{lead}</div> : null}
        </div>
        {action}
      </header>
      <div className="p-4">{children}</div>
    </section>
  );
}
