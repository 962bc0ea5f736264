import type { FilterJson } from "@galka/contract/json/filter";
import type { ReachWish, SavedViewJson } from "@galka/contract/json/library";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ReachField } from "../library/ReachField.tsx";
import { useKeeping } from "../library/use-keeping.ts";
import { reachWishOf } from "../library/reach-wish.ts";
import { useViews, viewsQuery } from "./views-query.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

type Props = {
  readonly filter: FilterJson;
  readonly viewId: string | null;
  readonly onSaved: (viewId: string | null) => void;
  readonly onCancel: () => void;
};

/** Keeps a filter under a name, for oneself or for others; changes or removes the view that is open. */
export function SaveViewForm({ filter, viewId, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  const { views } = useViews();
  const open = views.find((view) => view.id === viewId && view.mayChange) ?? null;
  const [name, setName] = useState(open?.name ?? "");
  const [reach, setReach] = useState<ReachWish>(open ? reachWishOf(open) : { for: "me" });
  const [pinned, setPinned] = useState(open?.pinned ?? true);
  const { error, busy, save, remove } = useSaving(open, onSaved);
  const wish = { name: name.trim(), reach, filter, pinned, position: open?.position ?? 0 };

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    save(wish, open?.id ?? null);
  }

  return (
    <form className="mt-4 flex flex-col gap-3 border-t pt-4" onSubmit={onSubmit}>
      <Field label={t("filters.viewName")} error={error}>
        {(tied) => (
          <input
            {...tied}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was asked for, and this is what it asks
            autoFocus
            required
            className="field"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <ReachField reach={reach} onChange={setReach} />
      <Checkbox label={t("filters.pinned")} checked={pinned} onChange={setPinned} />
      <div className="flex flex-wrap justify-end gap-2">
        {open ? (
          <Button look="danger" className="mr-auto" onClick={remove}>
            {t("filters.removeView")}
          </Button>
        ) : null}
        <Button look="quiet" onClick={onCancel}>
          {t("action.cancel")}
        </Button>
        {open ? (
          <Button busy={busy} disabled={wish.name === ""} onClick={() => save(wish, null)}>
            {t("filters.saveAsNew")}
          </Button>
        ) : null}
        <Button type="submit" look="primary" busy={busy} disabled={wish.name === ""}>
          {t("action.save")}
        </Button>
      </div>
    </form>
  );
}

type Wish = {
  readonly name: string;
  readonly reach: ReachWish;
  readonly filter: FilterJson;
  readonly pinned: boolean;
  readonly position: number;
};

function useSaving(open: SavedViewJson | null, onSaved: (viewId: string | null) => void) {
  const api = useApi();
  const { error, busy, keep } = useKeeping<string | null>(viewsQuery(api).queryKey, onSaved);

  return {
    error,
    busy,
    save: (wish: Wish, id: string | null) =>
      keep(async () => {
        const saved = id
          ? await api("updateView", { params: { id }, body: wish })
          : await api("createView", { body: wish });
        return saved.id;
      }),
    remove: () =>
      keep(async () => {
        if (open) await api("removeView", { params: { id: open.id } });
        return null;
      }),
  };
}
