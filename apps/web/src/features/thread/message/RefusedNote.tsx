import { useTranslation } from "react-i18next";
import type { OutboxEntry } from "../../../sync/outbox-entry.ts";
import { useSync } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { drafts } from "../../composer/drafts.ts";

/** The server said no to what was sent: why, and what may be done with it. Nothing of it is lost. */
export function RefusedNote({ entry }: { readonly entry: OutboxEntry }) {
  const { t } = useTranslation();
  const { outbox } = useSync();
  const { draft, conversationId, clientId } = entry;

  function edit(text: string): void {
    drafts.write(conversationId, text);
    outbox.discard(clientId);
  }

  return (
    <Notice tone="bad" urgent className="mt-1 max-w-[min(640px,86%)]">
      <p>{t(`refusal.${entry.refused ?? "invalid-request"}`)}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={() => outbox.retry(clientId)}>
          {entry.refused === "just-answered" ? t("work.sendAnyway") : t("action.tryAgain")}
        </Button>
        {draft.kind === "text" ? (
          <Button look="quiet" onClick={() => edit(draft.text)}>
            {t("action.edit")}
          </Button>
        ) : null}
        <Button look="quiet" onClick={() => outbox.discard(clientId)}>
          {t("action.discard")}
        </Button>
      </div>
    </Notice>
  );
}
