import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useLive } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { useDrafts } from "../composer/drafts.ts";

type Props = { readonly conversationId: string; readonly children: ReactNode };

/**
 * Keeps the composer shut while a colleague writes here, until the member says otherwise.
 *
 * Whoever has begun to write is not interrupted: what stands in the field stays.
 */
export function WritingLock({ conversationId, children }: Props) {
  const { t } = useTranslation();
  const { member } = useMe();
  const [broken, setBroken] = useState(false);
  const hasDraft = (useDrafts()[conversationId] ?? "") !== "";
  const presence = useLive((live) => live.presence);
  const writer = presence.find((it) => it.typing === conversationId && it.memberId !== member.id);
  if (!writer || broken || hasDraft) return children;
  return (
    <div className="flex min-h-14 shrink-0 items-center gap-3 border-t bg-surface px-4 py-2">
      <output className="min-w-0 flex-1 truncate text-ink-2">
        {t("thread.writes", { name: writer.name })}
      </output>
      <Button onClick={() => setBroken(true)}>{t("work.writeAnyway")}</Button>
    </div>
  );
}
