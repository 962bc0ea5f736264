import type { FileJson } from "@galka/contract/json/message";
import type { QuickReplyJson, ReachWish } from "@galka/contract/json/library";
import { Plus, X } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { upload } from "../../api/upload.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { ReachField } from "../library/ReachField.tsx";
import { reachWishOf } from "../library/reach-wish.ts";
import { useKeeping } from "../library/use-keeping.ts";
import { UnsavedDialog } from "../unsaved/UnsavedDialog.tsx";
import { useIsChanged } from "../unsaved/use-is-changed.ts";
import { useUnsaved } from "../unsaved/use-unsaved.ts";
import { newClientId } from "../composer/client-id.ts";
import { quickRepliesQuery } from "./quick-replies-query.ts";

type Props = {
  /** Null writes another one. */
  readonly reply: QuickReplyJson | null;
  readonly folders: readonly string[];
  readonly onDone: () => void;
};

/** Everything about one quick reply. */
export function QuickReplyForm({ reply, folders, onDone }: Props) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<Wish>(() => wishOf(reply));
  const unsaved = useUnsaved(useIsChanged(wish));
  const { error, busy, save, remove } = useSaving(reply?.id ?? null, onDone);
  const change = (some: Partial<Wish>) => setWish({ ...wish, ...some });

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    save(wish);
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit}>
      <div className="grid gap-4 narrow:grid-cols-2">
        <Words
          label={t("quickReplies.name")}
          value={wish.title}
          maxLength={100}
          onChange={(title) => change({ title })}
        />
        <Field label={t("quickReplies.shortcut")} hint={t("quickReplies.shortcutHint")}>
          {(tied) => (
            <input
              {...tied}
              required
              className="field font-mono"
              maxLength={40}
              pattern="[\p{L}\p{N}_\-]+"
              value={wish.shortcut}
              onChange={(event) => change({ shortcut: event.target.value.replace(/^\//, "") })}
            />
          )}
        </Field>
      </div>
      <Field
        label={t("quickReplies.text")}
        hint={t("quickReplies.textHint", { open: "{{", close: "}}" })}
      >
        {(tied) => (
          <textarea
            {...tied}
            rows={5}
            dir="auto"
            className="field field-sizing-content min-h-28 py-2"
            maxLength={4096}
            value={wish.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <ButtonTitles titles={wish.buttons} onChange={(buttons) => change({ buttons })} />
      <FileField file={wish.file} onChange={(file) => change({ file })} />
      <div className="grid gap-4 narrow:grid-cols-2">
        <Field label={t("quickReplies.folder")}>
          {(tied) => (
            <>
              <input
                {...tied}
                className="field"
                maxLength={60}
                list="quick-reply-folders"
                value={wish.folder}
                onChange={(event) => change({ folder: event.target.value })}
              />
              <datalist id="quick-reply-folders">
                {folders.map((folder) => (
                  <option key={folder}>{folder}</option>
                ))}
              </datalist>
            </>
          )}
        </Field>
        <ReachField reach={wish.reach} onChange={(reach) => change({ reach })} />
      </div>
      {error === null ? null : (
        <p role="alert" className="text-list text-red">
          {error}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {reply ? (
          <Button look="danger" className="mr-auto" onClick={remove}>
            {t("library.remove")}
          </Button>
        ) : null}
        <Button look="quiet" onClick={() => unsaved.guard(onDone)}>
          {t("action.cancel")}
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {t("action.save")}
        </Button>
      </div>
      <UnsavedDialog unsaved={unsaved} />
    </form>
  );
}

type Wish = {
  readonly title: string;
  readonly shortcut: string;
  readonly folder: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  readonly file: FileJson | null;
  readonly reach: ReachWish;
};

function wishOf(reply: QuickReplyJson | null): Wish {
  if (reply) return { ...reply, reach: reachWishOf(reply) };
  return {
    title: "",
    shortcut: "",
    folder: "",
    text: "",
    buttons: [],
    file: null,
    reach: { for: "me" },
  };
}

type WordsProps = {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
};

function Words({ label, value, maxLength, onChange }: WordsProps) {
  return (
    <Field label={label}>
      {(tied) => (
        <input
          {...tied}
          required
          className="field"
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type TitlesProps = {
  readonly titles: Wish["buttons"];
  readonly onChange: (titles: Wish["buttons"]) => void;
};

function ButtonTitles({ titles, onChange }: TitlesProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="mb-1 text-list font-medium text-ink-2">{t("quickReplies.buttons")}</legend>
      <ul className="flex flex-col gap-2">
        {titles.map(({ id, title }, index) => (
          <li key={id} className="flex gap-2">
            <input
              aria-label={t("quickReplies.button", { number: index + 1 })}
              required
              className="field"
              maxLength={20}
              value={title}
              onChange={(event) =>
                onChange(
                  titles.map((it) => (it.id === id ? { id, title: event.target.value } : it)),
                )
              }
            />
            <IconButton
              label={t("quickReplies.removeButton", { number: index + 1 })}
              onClick={() => onChange(titles.filter((it) => it.id !== id))}
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      {titles.length < 3 ? (
        <Button
          look="quiet"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => onChange([...titles, { id: newClientId(), title: "" }])}
        >
          {t("quickReplies.addButton")}
        </Button>
      ) : null}
    </fieldset>
  );
}

type FileProps = {
  readonly file: FileJson | null;
  readonly onChange: (file: FileJson | null) => void;
};

function FileField({ file, onChange }: FileProps) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [error, setError] = useState<string | null>(null);
  return (
    <Field label={t("quickReplies.file")} error={error}>
      {(tied) =>
        file ? (
          <div className="flex items-center gap-2">
            <span id={tied.id} className="min-w-0 flex-1 truncate">
              <bdi>{file.name ?? file.mediaType}</bdi>
            </span>
            <IconButton label={t("quickReplies.removeFile")} onClick={() => onChange(null)}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
        ) : (
          <input
            {...tied}
            type="file"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              if (!chosen) return;
              setError(null);
              upload("uploadFile", chosen, () => undefined).done.then(
                onChange,
                (problem: unknown) => setError(words(problem)),
              );
            }}
          />
        )
      }
    </Field>
  );
}

function useSaving(id: string | null, onDone: () => void) {
  const api = useApi();
  const { error, busy, keep } = useKeeping<unknown>(quickRepliesQuery(api).queryKey, onDone);

  return {
    error,
    busy,
    save: ({ file, buttons, ...wish }: Wish) => {
      const body = { ...wish, buttons: [...buttons], fileId: file?.id ?? null };
      keep(() =>
        id === null
          ? api("createQuickReply", { body })
          : api("updateQuickReply", { params: { id }, body }),
      );
    },
    remove: () => keep(async () => id && api("removeQuickReply", { params: { id } })),
  };
}
