import type { ReactNode } from "react";
import { BubbleBody } from "../bubbles/BubbleBody.tsx";
import type { Shown } from "../bubbles/shown.ts";

/** Pictures come close to the edge of their bubble. */
const PADDING: Partial<Record<Shown["content"]["kind"], string>> = {
  image: "p-1",
  video: "p-1",
  document: "p-1",
  location: "p-1",
  card: "px-2.5 pt-2",
};

type Props = {
  readonly shown: Shown;
  /** The quoted message, when this is an answer. */
  readonly quote: ReactNode;
  /** Time and ticks. */
  readonly meta: ReactNode;
  readonly children?: ReactNode;
};

/** The coloured box of a message. A sticker has none. */
export function Bubble({ shown, quote, meta, children }: Props) {
  const bare = shown.content.kind === "sticker" && quote === null;
  const colour = shown.mine ? "bg-bubble-out" : "bg-bubble-in";
  return (
    <div
      className={`relative w-fit max-w-full rounded-xl text-message ${
        bare
          ? ""
          : `${PADDING[shown.content.kind] ?? "px-2.5 pt-1.5 pb-1"} ${colour} shadow-[0_1px_1px_oklch(0.2_0.02_255/8%)]`
      }`}
    >
      {quote}
      <BubbleBody shown={shown} meta={meta} />
      {shown.content.kind !== "card" && meta}
      {children}
    </div>
  );
}
