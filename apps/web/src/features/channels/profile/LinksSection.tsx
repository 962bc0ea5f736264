import type { ChatLinkJson } from "@galka/contract/json/profile";
import type { ChannelJson } from "@galka/contract/json/workspace";
import { PREFILLED_LENGTH, chatLink } from "@galka/core/channels/business-profile";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, Trash2 } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../api/use-may.ts";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Field } from "../../../ui/Field.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { Section } from "../../settings/Section.tsx";
import { QrPicture } from "./QrPicture.tsx";
import { linksQuery } from "./profile-query.ts";

/** Links and QR codes that open a chat with the number, for sites, packages and shop windows. */
export function LinksSection({ channel }: { readonly channel: ChannelJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorWords = useErrorWords();
  const mayChange = useMay()("channels.manage");
  const [words, setWords] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const query = useQuery(linksQuery(api, channel.id));

  async function act(work: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: ["chat-links", channel.id] });
    } catch (problem) {
      setError(errorWords(problem));
    } finally {
      setBusy(false);
    }
  }

  function add(event: SubmitEvent): void {
    event.preventDefault();
    void act(async () => {
      await api("createChatLink", { params: { id: channel.id }, body: { words: words.trim() } });
      setWords("");
    });
  }

  return (
    <Section title={t("links.title")} lead={t("links.lead")}>
      <ul className="flex flex-col divide-y">
        <LinkRow url={chatLink(channel.displayPhone, "")} words={t("links.bare")} />
        {query.data?.items.map((link) => (
          <LinkRow
            key={link.code}
            url={link.url}
            words={link.words}
            {...(mayChange ? { onRemove: () => void act(() => remove(link)) } : {})}
          />
        ))}
      </ul>
      {query.isPending ? <Skeleton rows={2} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {error === null ? null : (
        <Notice tone="bad" urgent className="mt-3">
          {error}
        </Notice>
      )}
      {mayChange ? (
        <form className="mt-4 flex max-w-120 flex-col gap-3" onSubmit={add}>
          <Field label={t("links.words")} hint={t("links.wordsHint")}>
            {(tied) => (
              <input
                {...tied}
                className="field"
                required
                maxLength={PREFILLED_LENGTH}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" busy={busy} className="self-start">
            {t("links.make")}
          </Button>
        </form>
      ) : null}
    </Section>
  );

  function remove(link: ChatLinkJson): Promise<unknown> {
    return api("removeChatLink", { params: { id: channel.id, code: link.code } });
  }
}

type RowProps = {
  readonly url: string;
  readonly words: string;
  readonly onRemove?: () => void;
};

function LinkRow({ url, words, onRemove }: RowProps) {
  const { t } = useTranslation();

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(url);
    toasts.add({ title: t("action.copied") });
  }

  return (
    <li className="flex flex-wrap items-center gap-4 py-3">
      <QrPicture text={url} label={t("links.qrOf", { url })} size={88} />
      <div className="min-w-40 flex-1">
        <p dir="auto" className="wrap-anywhere">
          {words}
        </p>
        <p className="mt-1 flex items-center gap-1 font-mono text-list text-ink-2">
          <span className="wrap-anywhere">{url}</span>
          <IconButton label={t("action.copyThis", { what: url })} onClick={() => void copy()}>
            <Copy size={14} aria-hidden="true" />
          </IconButton>
        </p>
      </div>
      {onRemove ? (
        <IconButton label={t("links.remove", { words })} onClick={onRemove}>
          <Trash2 size={16} aria-hidden="true" />
        </IconButton>
      ) : null}
    </li>
  );
}
