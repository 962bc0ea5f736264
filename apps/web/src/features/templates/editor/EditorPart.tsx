import type { LintPlace } from "@galka/core/templates/lint/finding";
import type { ReactNode } from "react";
import { Remarks } from "./Remarks.tsx";
import { type Editing, findingsAt } from "./editing.ts";

type Props = {
  readonly title: string;
  readonly editing: Editing;
  readonly at: LintPlace;
  /** The text that the remarks are about, to quote their words. */
  readonly about?: string;
  readonly children: ReactNode;
};

/** A part of the template with the remarks about it in the margin; below it where there is none. */
export function EditorPart({ title, editing, at, about, children }: Props) {
  const findings = findingsAt(editing.findings, at);
  return (
    <section className="grid gap-x-6 gap-y-2 rounded-bubble border bg-surface p-4 xl:grid-cols-[minmax(0,1fr)_240px]">
      <div className="flex min-w-0 flex-col gap-3">
        <h2 className="text-[15px]/[20px] font-semibold">{title}</h2>
        {children}
      </div>
      <Remarks findings={findings} about={about ?? ""} />
    </section>
  );
}
