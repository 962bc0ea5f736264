import type { MessageJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { MessageContent } from "../../thread/content/MessageContent.tsx";
import { BubbleFoot } from "../../thread/message/BubbleFoot.tsx";

type Props = {
  readonly message: MessageJson;
  readonly contactName: string;
  readonly channelName: string;
};

const LOOKS = {
  in: "mr-auto bg-bubble-in border",
  out: "ml-auto bg-bubble-out",
  note: "ml-auto border border-dashed border-amber-mark bg-amber-soft",
} as const satisfies Record<MessageJson["direction"], string>;

/** A message to be read: who said it, on which number, and what. */
export function HistoryMessage({ message, contactName, channelName }: Props) {
  const { t } = useTranslation();
  const { member } = useMe();
  const author = useWorkspace((state) => state.members.get(message.authorMemberId ?? ""));
  const isNote = message.direction === "note";
  return (
    <article
      className={classNames(
        "w-fit max-w-[min(560px,92%)] rounded-bubble px-3 py-1.5",
        LOOKS[message.direction],
      )}
    >
      <p className="flex flex-wrap gap-x-2 text-meta text-ink-2">
        <span className="font-medium">
          <bdi>{nameOf()}</bdi>
        </span>
        <span>{channelName}</span>
      </p>
      <MessageContent message={message} foot={<BubbleFoot message={message} />} />
    </article>
  );

  function nameOf(): string {
    if (message.direction === "in") return contactName;
    const own = message.authorMemberId === member.id;
    const name = message.authorRule?.name ?? author?.name ?? t("thread.you");
    if (isNote) return own ? t("note.own") : t("note.by", { name });
    return own ? t("thread.you") : name;
  }
}
