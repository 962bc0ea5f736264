import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** One page of the settings: its name, what it is for, and its sections. */
export function SettingsSheet({ title, lead, action, children }: Props) {
  return (
    <div className="mx-auto flex max-w-200 flex-col gap-6 px-4 py-6 narrow:px-8">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-60 flex-1">
          <h1 className="text-head font-semibold">{title}</h1>
          {lead ? <div className="mt-1 text-ink-2">{lead}</div> : null}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
