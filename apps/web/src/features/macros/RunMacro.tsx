import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MacroJson, MacroStepJson } from "@galka/contract/json/library";
import { fillReply } from "@galka/core/library/fill-reply";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { toasts } from "../../ui/toasts.ts";
import { newClientId } from "../composer/client-id.ts";
import { useQuickReplies } from "../quick-replies/quick-replies-query.ts";
import { useMacros } from "./macros-query.ts";
import { useStepWords } from "./use-step-words.ts";

type Props = { readonly conversation: ConversationJson; readonly onClose: () => void };

/** The macros for one conversation: what each will do, to the word, before it is done. */
export function RunMacro({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  const macros = useMacros(true);
  const [chosen, setChosen] = useState<MacroJson | null>(null);
  return (
    <Modal open onClose={onClose} title={chosen?.name ?? t("macros.run")} width="small">
      {chosen ? (
        <Preview
          macro={chosen}
          conversation={conversation}
          onBack={() => setChosen(null)}
          onDone={onClose}
        />
      ) : macros.length === 0 ? (
        <p className="text-ink-2">{t("macros.none")}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {macros.map((macro) => (
            <li key={macro.id}>
              <Button
                look="quiet"
                className="w-full justify-start"
                onClick={() => setChosen(macro)}
              >
                <bdi>{macro.name}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}

type PreviewProps = {
  readonly macro: MacroJson;
  readonly conversation: ConversationJson;
  readonly onBack: () => void;
  readonly onDone: () => void;
};

function Preview({ macro, conversation, onBack, onDone }: PreviewProps) {
  const { t } = useTranslation();
  const { member } = useMe();
  const replies = useQuickReplies(true);
  const stepWords = useStepWords(replies);
  const channel = useWorkspace((state) => state.channels.get(conversation.channelId));
  const { busy, error, run } = useRun(macro, conversation.id, onDone);
  const about = {
    contact: conversation.contact,
    memberName: member.name,
    channelName: channel?.name ?? "",
  };
  const texts = new Map(replies.map((reply) => [reply.id, fillReply(reply.text, about)]));
  const written = (step: MacroStepJson) => {
    if (step.do === "note") return fillReply(step.text, about);
    return step.do === "send" ? texts.get(step.quickReplyId) : undefined;
  };
  const missing = macro.steps.flatMap((step) => written(step)?.missing ?? []);

  return (
    <div className="flex flex-col gap-4">
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        {macro.steps.map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps have no other name and do not move here
          <li key={index}>
            {stepWords(step)}
            {step.do === "send" || step.do === "note" ? (
              <blockquote
                className="mt-1 border-l-2 pl-2 text-list whitespace-pre-wrap text-ink-2"
                dir="auto"
              >
                {written(step)?.text}
              </blockquote>
            ) : null}
          </li>
        ))}
      </ol>
      {missing.length > 0 ? (
        <p role="alert" className="text-list text-red">
          {t("quickReplies.holes", { names: missing.join(", ") })}
        </p>
      ) : null}
      {error === null ? null : (
        <p role="alert" className="text-list text-red">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onBack}>
          {t("action.back")}
        </Button>
        <Button look="primary" busy={busy} disabled={missing.length > 0} onClick={run}>
          {t("macros.do")}
        </Button>
      </div>
    </div>
  );
}

function useRun(macro: MacroJson, conversationId: string, onDone: () => void) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  // Pressed twice, or after a lost answer, it still sends each message once.
  const [clientIds] = useState(() => macro.steps.map(() => newClientId()));

  async function run(): Promise<void> {
    setBusy(true);
    try {
      const body = { conversationId, clientIds };
      const { undo } = await api("runMacro", { params: { id: macro.id }, body });
      const back = () =>
        void api("undoBulkChange", { params: { id: undo ?? "" } }).catch((problem: unknown) =>
          toasts.add({ title: words(problem) }),
        );
      toasts.add({
        title: t("macros.done", { name: macro.name }),
        ...(undo ? { action: { label: t("action.undo"), run: back } } : {}),
      });
      onDone();
    } catch (problem) {
      setError(words(problem));
      setBusy(false);
    }
  }
  return { busy, error, run: () => void run() };
}
