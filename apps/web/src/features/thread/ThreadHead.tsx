import type { ConversationJson } from "@galka/contract/json/conversation";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, PanelRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useLive, useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { NARROW, useMedia } from "../../ui/use-media.ts";
import { contactAddress, contactName } from "../contact/contact-name.ts";
import { usePhoneFormat } from "../contact/phone-format.ts";
import { sameList } from "../inbox/inbox-search.ts";
import { MacroButton } from "../macros/MacroButton.tsx";
import { windowState } from "../inbox/window-state.ts";
import { SlaLine } from "../sla/SlaLine.tsx";
import { WorkActions } from "../work/WorkActions.tsx";
import { WindowLine } from "./WindowLine.tsx";

type Props = {
  readonly conversation: ConversationJson;
  readonly panelOpen: boolean;
  readonly onTogglePanel: () => void;
};

/** Who the conversation is with, how long one may answer freely, and who else is here. */
export function ThreadHead({ conversation, panelOpen, onTogglePanel }: Props) {
  const { t } = useTranslation();
  usePhoneFormat();
  const narrow = useMedia(NARROW);
  const now = useNow("halfMinute");
  const name = contactName(conversation.contact, t("contact.unnamed"));
  const address = contactAddress(conversation.contact);
  const channel = useWorkspace((state) => state.channels.get(conversation.channelId));
  const severalChannels = (useWorkspace((state) => state.channels.size) ?? 0) > 1;
  // Where the list is not on the screen, the conversation is the page.
  const Heading = narrow ? "h1" : "h2";
  const { share, soon } = windowState(now, conversation.lastInboundAt);

  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b bg-surface px-3">
      {narrow ? (
        <Link
          to="/inbox"
          search={sameList}
          aria-label={t("action.back")}
          className="control-icon -ml-1 inline-flex items-center justify-center text-ink-2"
        >
          <ArrowLeft size={20} aria-hidden="true" />
        </Link>
      ) : null}
      <Avatar name={name} size={40} windowShare={share} windowSoon={soon} />
      <div className="min-w-0 flex-1">
        <Heading className="flex min-w-0 items-baseline gap-2">
          <span className="truncate text-[15px] font-semibold">
            <bdi>{name}</bdi>
          </span>
          {address !== null && address !== name && !narrow ? (
            <span className="shrink-0 text-list font-normal text-ink-2">{address}</span>
          ) : null}
          {severalChannels && channel ? (
            <span className="truncate rounded border px-1 text-[11px] leading-4 font-normal text-ink-2">
              {channel.name}
            </span>
          ) : null}
        </Heading>
        <div className="flex min-w-0 items-center gap-3">
          <SlaLine sla={conversation.sla} short={narrow} />
          <WindowLine lastInboundAt={conversation.lastInboundAt} />
        </div>
      </div>
      <WorkActions conversation={conversation} />
      <MacroButton conversation={conversation} />
      <Colleagues conversationId={conversation.id} />
      <IconButton
        label={panelOpen ? t("contact.hidePanel") : t("contact.showPanel")}
        aria-pressed={panelOpen}
        side="bottom"
        onClick={onTogglePanel}
      >
        <PanelRight size={20} aria-hidden="true" />
      </IconButton>
    </header>
  );
}

/** Who of the team has the same conversation open, and who of them is writing. */
function Colleagues({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const { member } = useMe();
  const presence = useLive((live) => live.presence);
  const here = presence.filter((it) => it.viewing === conversationId && it.memberId !== member.id);
  if (here.length === 0) return null;
  const writing = here.find((it) => it.typing === conversationId);
  const words = writing
    ? t("thread.writes", { name: writing.name })
    : t("thread.alsoHere", { names: here.map(({ name }) => name).join(", ") });
  return (
    <output className="flex shrink-0 items-center gap-1.5 text-meta text-ink-2">
      {here.slice(0, 3).map(({ memberId, name }) => (
        <Avatar key={memberId} name={name} size={24} />
      ))}
      <span className="max-w-40 truncate max-wide:sr-only">{words}</span>
    </output>
  );
}
