import type {
  TemplateDraftJson,
  TemplateTextJson,
} from "@galka/contract/json/templates/template-library";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { toasts } from "../../../ui/toasts.ts";

const PAUSE_MS = 700;

export type KeptDraft = {
  readonly text: TemplateTextJson;
  readonly state: "kept" | "keeping" | "failed";
  readonly change: (text: TemplateTextJson) => void;
  /** Keeps at once what is not kept yet; true when the server has all of it. */
  readonly flush: () => Promise<boolean>;
  /** Lets go of what is not kept yet: the draft is gone. */
  readonly forget: () => void;
};

/** A draft that is kept by the server with every pause of whoever writes it. */
export function useKeptDraft({
  id,
  channelId,
  templateId,
  text: first,
}: TemplateDraftJson): KeptDraft {
  const api = useApi();
  const words = useErrorWords();
  const [text, setText] = useState(first);
  const [state, setState] = useState<KeptDraft["state"]>("kept");
  const waiting = useRef<{ timer: number; text: TemplateTextJson } | null>(null);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  function keep(next: TemplateTextJson): Promise<boolean> {
    const body = { channelId, templateId, text: next };
    // One after the other, so that an older text never comes last.
    running.current = running.current.then(async () => {
      setState("keeping");
      try {
        await api("saveTemplateDraft", { params: { id }, body });
        if (!waiting.current) setState("kept");
        return true;
      } catch (error) {
        setState("failed");
        toasts.add({ title: words(error) });
        return false;
      }
    });
    return running.current;
  }

  function flush(): Promise<boolean> {
    const left = waiting.current;
    if (!left) return running.current;
    window.clearTimeout(left.timer);
    waiting.current = null;
    return keep(left.text);
  }

  // What was written a moment before one leaves is kept all the same.
  const onLeave = useEffectEvent(() => void flush());
  useEffect(() => () => onLeave(), []);

  return {
    text,
    state,
    flush,
    forget() {
      if (waiting.current) window.clearTimeout(waiting.current.timer);
      waiting.current = null;
    },
    change(next) {
      setText(next);
      // Also while the pause is waited for: whoever reads "kept" may leave.
      setState("keeping");
      if (waiting.current) window.clearTimeout(waiting.current.timer);
      waiting.current = { text: next, timer: window.setTimeout(() => void flush(), PAUSE_MS) };
    },
  };
}
