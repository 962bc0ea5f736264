import type { MessageJson } from "@galka/contract/json/message";
import { Moment } from "../../../ui/marks/Moment.tsx";

type Props = {
  readonly message: MessageJson;
  readonly text: string;
  readonly reachable: boolean;
};

/** Something about the contact that nobody said: a changed number, a line of an imported chat. */
export function NoticeLine({ message, text, reachable }: Props) {
  return (
    <div
      role="note"
      data-message={message.id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows move among messages, Tab comes to the last
      tabIndex={reachable ? 0 : -1}
      className="mx-auto my-2 max-w-120 rounded-control bg-surface-2 px-3 py-1.5 text-center text-list text-ink-2"
      dir="auto"
    >
      {text} <Moment at={message.at} as="clock" className="text-meta" />
    </div>
  );
}
