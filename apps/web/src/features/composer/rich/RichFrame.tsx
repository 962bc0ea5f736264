import type { MessageJson } from "@galka/contract/json/message";
import type { RichDraft } from "@galka/core/messages/rich-draft";
import { Clock } from "lucide-react";
import {
  lazy,
  type ReactNode,
  type RefObject,
  type SubmitEvent,
  Suspense,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { UnsavedDialog } from "../../unsaved/UnsavedDialog.tsx";
import { useIsChanged } from "../../unsaved/use-is-changed.ts";
import { useUnsaved } from "../../unsaved/use-unsaved.ts";
import { useSend } from "../use-send.ts";
import { RichPreview } from "./RichPreview.tsx";
import { richSending } from "./rich-sending.ts";
import type { Flaws } from "./use-flaws.ts";

const ScheduleForm = lazy(() =>
  import("../../scheduled/ScheduleForm.tsx").then((module) => ({ default: module.ScheduleForm })),
);

/** Where a message is filled in: whom it goes to, what it answers, what follows once it is on its way. */
export type RichPlace = {
  readonly conversationId: string;
  readonly replyTo: MessageJson | null;
  /** Words that stand in the composer already. */
  readonly text: string;
  readonly onClose: () => void;
  readonly onSent: (draft: RichDraft) => void;
};

type Props = {
  readonly place: RichPlace;
  /** Null while there is nothing to show yet. */
  readonly draft: RichDraft | null;
  readonly flaws: Flaws;
  readonly children: ReactNode;
};

/** The fields of a message beside the message that they make; it is sent when nothing is wrong with it. */
export function RichFrame({ place, draft, flaws, children }: Props) {
  const { t } = useTranslation();
  const send = useSend(place.conversationId);
  const form = useRef<HTMLFormElement>(null);
  const [later, setLater] = useState(false);
  const unsaved = useUnsaved(useIsChanged(draft));

  function ready(): RichDraft | null {
    if (draft && flaws.none) return draft;
    flaws.sayAll();
    showFirst(form);
    return null;
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const whole = ready();
    if (!whole) return;
    send(richSending(whole), place.replyTo);
    unsaved.release();
    place.onSent(whole);
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className="grid gap-6 narrow:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
      <div className="flex min-w-0 flex-col gap-4">
        <section aria-label={t("template.preview")} className="rounded-bubble bg-desk p-4">
          <p aria-hidden="true" className="mb-2 text-meta text-ink-2">
            {t("template.preview")}
          </p>
          <RichPreview draft={draft} />
        </section>
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            look="quiet"
            icon={<Clock size={16} aria-hidden="true" />}
            onClick={() => setLater(ready() !== null)}
          >
            {t("scheduled.later")}
          </Button>
          <Button type="submit" look="primary">
            {t("composer.send")}
          </Button>
        </div>
      </div>
      {later && draft ? (
        <Suspense>
          <ScheduleForm
            wanted={{ conversationId: place.conversationId, draft: richSending(draft).draft }}
            onClose={() => setLater(false)}
            onDone={() => {
              unsaved.release();
              place.onSent(draft);
            }}
          />
        </Suspense>
      ) : null}
      <UnsavedDialog unsaved={unsaved} />
    </form>
  );
}

/** Brings whoever fills it in to the first thing that is wrong. */
function showFirst(form: RefObject<HTMLFormElement | null>): void {
  requestAnimationFrame(() =>
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
  );
}
