import type { BubbleContent, CardAction } from "../../wire/control.ts";

/** The buttons and rows of a message that send an answer. */
export function choicesOf(content: BubbleContent): readonly CardAction[] {
  return actionsOf(content).filter(
    (it) => it.answers && (it.kind === "reply" || it.kind === "list-row"),
  );
}

/** Whether the business asks where the person is. */
export function asksForPlace(content: BubbleContent): boolean {
  return actionsOf(content).some((it) => it.kind === "send-location");
}

/** Whether there is a link to open. */
export function hasLink(content: BubbleContent): boolean {
  if (content.kind === "text") return /https?:\/\/\S/.test(content.body);
  return actionsOf(content).some((it) => it.kind === "url");
}

function actionsOf(content: BubbleContent): readonly CardAction[] {
  if (content.kind !== "card") return [];
  return [
    ...content.actions,
    ...(content.list?.sections.flatMap((section) => section.rows) ?? []),
    ...content.cards.flatMap((card) => card.actions),
  ];
}
