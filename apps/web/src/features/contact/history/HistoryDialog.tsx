import type { ContactJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dayName } from "../../../i18n/dates.ts";
import { useDayWords, useLocale } from "../../../i18n/use-locale.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { useNow } from "../../../sync/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { picturesOf } from "../../thread/media/pictures.ts";
import { PicturesProvider } from "../../thread/media/PicturesProvider.tsx";
import { contactName } from "../contact-name.ts";
import { HistoryMessage } from "./HistoryMessage.tsx";
import { useChannelNames } from "./use-contact-conversations.ts";

type Props = { readonly contact: ContactJson; readonly onClose: () => void };

const PAGE = 50;
const NEWEST: string | null = null;

/** Everything that was said with a contact on all numbers, the oldest above. Here it is only read. */
export function HistoryDialog({ contact, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const channelOf = useChannelNames(contact.id);
  const locale = useLocale();
  const words = useDayWords();
  const now = useNow("halfMinute");
  const query = useInfiniteQuery({
    queryKey: ["contacts", contact.id, "history"],
    queryFn: ({ pageParam }) =>
      api("listContactMessages", {
        params: { id: contact.id },
        query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: NEWEST,
    // What was said since it was last open belongs to it.
    staleTime: 0,
    getNextPageParam: (page) => page.next,
  });
  const messages = useMemo(
    () => (query.data?.pages ?? []).flatMap((page) => page.items).toReversed(),
    [query.data],
  );
  const pictures = useMemo(() => picturesOf(messages), [messages]);
  const name = contactName(contact, t("contact.unnamed"));

  const dayOf = (message: MessageJson | undefined) =>
    message && dayName(locale, now, new Date(message.at), words);

  return (
    <Modal
      open
      onClose={onClose}
      width="large"
      reading
      title={t("history.title", { name })}
      description={t("history.lead")}
    >
      {query.isPending ? <Skeleton rows={6} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.hasNextPage ? (
        <p className="mb-3 text-center">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("history.older")}
          </Button>
        </p>
      ) : null}
      {query.isSuccess && messages.length === 0 ? (
        <p className="text-ink-2">{t("inbox.noMessages")}</p>
      ) : null}
      <PicturesProvider pictures={pictures}>
        <ol aria-label={t("history.title", { name })} className="flex flex-col gap-2">
          {messages.map((message, index) => (
            <li key={message.id}>
              {dayOf(messages[index - 1]) === dayOf(message) ? null : (
                <p className="my-2 text-center text-meta font-medium text-ink-2 first-letter:uppercase">
                  {dayOf(message)}
                </p>
              )}
              <HistoryMessage
                message={message}
                contactName={name}
                channelName={channelOf(message.conversationId)}
              />
            </li>
          ))}
        </ol>
      </PicturesProvider>
    </Modal>
  );
}
