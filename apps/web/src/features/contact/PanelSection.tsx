import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the panel with its heading. */
export function PanelSection({ title, action, children }: Props) {
  return (
    <section className="px-4 py-3">
      <div className="flex min-h-8 items-center gap-2">
        <h3 className="flex-1 text-list font-semibold text-ink-2">{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}
