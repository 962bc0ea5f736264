import type { ConversationJson } from "@galka/contract/json/conversation";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { useMay } from "../../api/use-may.ts";
import { selection, useSelection } from "../bulk/selection.ts";
import { useDrafts } from "../composer/drafts.ts";
import { ConversationRow } from "./ConversationRow.tsx";
import { useAhead, useNeighboursAhead } from "./use-ahead.ts";
import { useHeldOrder } from "./use-held-order.ts";
import { useRowKeys } from "./use-row-keys.ts";

const ROW_HEIGHT = 56;
/** How near the end of the list the next page is fetched. */
const AHEAD = 12;

type Props = {
  readonly conversations: readonly ConversationJson[];
  readonly selectedId: string | null;
  readonly onEnd: () => void;
};

/** The inbox's lines: only those in sight are made, and they stay put under a reader. */
export function ConversationList({ conversations, selectedId, onEnd }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const fresh = useMemo(() => conversations.map(({ id }) => id), [conversations]);
  const { order, risen, onScrolled } = useHeldOrder(fresh);
  const byId = useMemo(() => new Map(conversations.map((it) => [it.id, it])), [conversations]);
  const channels = useWorkspace((state) => state.channels);
  const drafts = useDrafts();
  const may = useMay();
  const mayChoose = may("conversations.organize") || may("conversations.reply");
  const chosen = useSelection();
  const likely = useAhead();
  useNeighboursAhead(order, selectedId);
  const choose = useCallback(
    (id: string, extend: boolean) => {
      if (!mayChoose) return;
      if (extend) selection.extend(order, id);
      else selection.toggle(id);
    },
    [order, mayChoose],
  );

  // oxlint-disable-next-line react/incompatible-library -- its functions are used where they are made and not passed on
  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => order[index] ?? index,
    overscan: 8,
    initialRect: { width: 340, height: 800 },
  });
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (lastShown >= order.length - AHEAD) onEnd();
  }, [lastShown, order.length, onEnd]);
  useRowKeys(order, selectedId, (index) => virtualizer.scrollToIndex(index));

  return (
    <div className="relative min-h-0 flex-1">
      {risen > 0 ? (
        <button
          type="button"
          className="rises absolute top-2 left-1/2 z-10 inline-flex min-h-8 -translate-x-1/2 items-center gap-1 rounded-full bg-blue px-3 text-list font-medium text-on-blue shadow-float"
          onClick={() => scroller.current?.scrollTo({ top: 0 })}
        >
          <ArrowUp size={14} aria-hidden="true" />
          {t("inbox.risen", { count: risen })}
        </button>
      ) : null}
      <div
        ref={scroller}
        className="h-full overflow-y-auto"
        onScroll={(event) => onScrolled(event.currentTarget.scrollTop > ROW_HEIGHT / 2)}
      >
        <ul
          aria-label={t("inbox.list")}
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {rows.map((row) => {
            const conversation = byId.get(order[row.index] ?? "");
            if (!conversation) return null;
            const draft = conversation.id === selectedId ? "" : (drafts[conversation.id] ?? "");
            return (
              <li
                key={row.key}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <ConversationRow
                  conversation={conversation}
                  selected={conversation.id === selectedId}
                  channelName={
                    channels && channels.size > 1
                      ? (channels.get(conversation.channelId)?.name ?? null)
                      : null
                  }
                  draft={draft.trim() === "" ? null : draft}
                  chosen={chosen.has(conversation.id)}
                  onChoose={choose}
                  onLikely={likely}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
