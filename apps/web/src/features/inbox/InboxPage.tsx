import { useParams, useSearch } from "@tanstack/react-router";
import { MessagesSquare } from "lucide-react";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NARROW, useMedia } from "../../ui/use-media.ts";
import { whenIdle } from "../../sync/when-idle.ts";
import { useList } from "../filters/use-list.ts";
import { useMay } from "../../api/use-may.ts";
import { overlays, useOverlay } from "../shell/overlays.ts";
import { InboxList } from "./InboxList.tsx";

const placeOfConversation = () => import("../thread/ConversationPlace.tsx");

const ConversationPlace = lazy(() =>
  placeOfConversation().then((module) => ({ default: module.ConversationPlace })),
);

const NewConversation = lazy(() =>
  import("./NewConversation.tsx").then((module) => ({ default: module.NewConversation })),
);

/** The list beside the conversation; on a narrow screen one of them. */
export function InboxPage() {
  const { t } = useTranslation();
  const { conversationId = null } = useParams({ strict: false });
  const search = useSearch({ from: "/signed-in/inbox" });
  const inSight = useList(search);
  const narrow = useMedia(NARROW);
  const overlay = useOverlay();
  const mayWrite = useMay()("conversations.reply");
  // Here before the first conversation is opened; without a line the opening asks again.
  useEffect(() => whenIdle(() => void placeOfConversation().catch(() => undefined)), []);

  return (
    <div className="flex h-full min-h-0">
      {narrow && conversationId ? null : (
        <div className="h-full w-full shrink-0 narrow:w-75 narrow:border-r wide:w-85">
          <InboxList search={search} inSight={inSight} selectedId={conversationId} />
        </div>
      )}
      {conversationId ? (
        <Suspense fallback={<div className="min-w-0 flex-1 bg-desk" />}>
          <ConversationPlace
            key={conversationId}
            id={conversationId}
            messageId={search.message ?? null}
          />
        </Suspense>
      ) : narrow ? null : (
        <div className="min-w-0 flex-1 bg-desk">
          <EmptyState
            icon={<MessagesSquare size={28} />}
            title={t("inbox.choose.title")}
            text={t("inbox.choose.text")}
          />
        </div>
      )}
      {overlay === "new-conversation" && mayWrite ? (
        <Suspense>
          <NewConversation onClose={overlays.close} />
        </Suspense>
      ) : null}
    </div>
  );
}
