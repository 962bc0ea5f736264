import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  /** One line: what this is for. */
  readonly lead: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A panel's head, and what it is about below. */
export function PanelFrame({ title, lead, actions, children }: Props) {
  return (
    <div className="mx-auto flex max-w-[1100px] flex-col gap-5 px-4 py-4 @2xl:px-6">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-head font-semibold">{title}</h2>
          <p className="text-list text-ink-3">{lead}</p>
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}
