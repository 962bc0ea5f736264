import type { ConversationJson } from "@galka/contract/json/conversation";
import { ChevronDown, ChevronsUp, ChevronUp, Flag } from "lucide-react";

type Priority = ConversationJson["priority"];

type Props = { readonly priority: Priority; readonly size: number };

const MARKS = {
  urgent: { icon: ChevronsUp, color: "text-red" },
  high: { icon: ChevronUp, color: "text-amber" },
  normal: { icon: Flag, color: "" },
  low: { icon: ChevronDown, color: "text-ink-3" },
} as const satisfies Record<Priority, { readonly icon: typeof Flag; readonly color: string }>;

/** How urgent it is, as a shape and a colour; its name stands beside it or is said by whoever shows it. */
export function PriorityMark({ priority, size }: Props) {
  const { icon: Icon, color } = MARKS[priority];
  return <Icon size={size} aria-hidden="true" className={color} />;
}
