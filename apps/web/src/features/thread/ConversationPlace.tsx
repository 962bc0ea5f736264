import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSync, useWorkspace } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { NOT_WIDE, NOT_WIDE_WITH_PHONE, useMedia } from "../../ui/use-media.ts";
import { usePanel } from "../contact/panel.ts";
import { usePhoneDock } from "../demo-phone/phone-dock.ts";
import { Thread } from "./Thread.tsx";

const ContactPanel = lazy(() =>
  import("../contact/ContactPanel.tsx").then((module) => ({ default: module.ContactPanel })),
);

const Sheet = lazy(() =>
  import("../../ui/Sheet.tsx").then((module) => ({ default: module.Sheet })),
);

type Props = { readonly id: string; readonly messageId: string | null };

/** An open conversation with the contact's panel beside it, or over it where there is no room. */
export function ConversationPlace({ id, messageId }: Props) {
  const { t } = useTranslation();
  const { conversation, error, retry } = useConversation(id);
  const dock = usePhoneDock();
  const sheet = useMedia(dock.shown ? NOT_WIDE_WITH_PHONE : NOT_WIDE);
  const panel = usePanel();
  const [sheetOpen, setSheetOpen] = useState(false);

  if (!conversation) {
    return (
      <div className="min-w-0 flex-1 bg-desk">
        {error === null ? (
          <Skeleton rows={6} kind="lines" />
        ) : (
          <ErrorState error={error} onRetry={retry} />
        )}
      </div>
    );
  }
  const panelOpen = sheet ? sheetOpen : panel.open;
  const contents = (
    <Suspense>
      <ContactPanel contact={conversation.contact} conversationId={id} />
    </Suspense>
  );
  return (
    <>
      <Thread
        conversation={conversation}
        messageId={messageId}
        panelOpen={panelOpen}
        onTogglePanel={() => (sheet ? setSheetOpen(!sheetOpen) : panel.toggle())}
      />
      {sheet && sheetOpen ? (
        <Suspense>
          <Sheet open onClose={() => setSheetOpen(false)} label={t("contact.panel")}>
            {contents}
          </Sheet>
        </Suspense>
      ) : panelOpen && !sheet ? (
        <section
          aria-label={t("contact.panel")}
          className="h-full w-80 shrink-0 overflow-y-auto border-l bg-surface"
        >
          {contents}
        </section>
      ) : null}
    </>
  );
}

function useConversation(id: string) {
  const { load } = useSync();
  const conversation = useWorkspace((state) => state.conversations.get(id));
  const started = useWorkspace((state) => state.seq) !== null;
  const [error, setError] = useState<unknown>(null);
  const missing = started && !conversation;

  useEffect(() => {
    if (missing) load.conversation(id).catch(setError);
  }, [missing, load, id]);

  const retry = () => {
    setError(null);
    load.conversation(id).catch(setError);
  };
  return { conversation: conversation ?? null, error, retry };
}
