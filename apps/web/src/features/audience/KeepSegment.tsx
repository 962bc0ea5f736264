import type { SegmentJson } from "@galka/contract/json/people/audience";
import type { ReachWish } from "@galka/contract/json/library";
import type { PeopleFilterJson } from "@galka/contract/json/people/people-table";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ReachField } from "../library/ReachField.tsx";
import { reachWishOf } from "../library/reach-wish.ts";
import { useKeeping } from "../library/use-keeping.ts";
import { segmentsQuery } from "./audience-queries.ts";

type Props = {
  /** The one that is changed; null makes another. */
  readonly segment: SegmentJson | null;
  readonly filter: PeopleFilterJson;
  readonly onKept: () => void;
  readonly onCancel: () => void;
};

/** Keeps a filter over contacts as a segment: its name, what it is for, and who sees it. */
export function KeepSegment({ segment, filter, onKept, onCancel }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const [name, setName] = useState(segment?.name ?? "");
  const [description, setDescription] = useState(segment?.description ?? "");
  const [reach, setReach] = useState<ReachWish>(segment ? reachWishOf(segment) : { for: "me" });
  const { error, busy, keep } = useKeeping<null>(segmentsQuery(api).queryKey, onKept);
  const mayChange = segment?.mayChange === true;

  function save(id: string | null): void {
    const body = { name: name.trim(), description, reach, filter };
    keep(async () => {
      await (id === null
        ? api("createSegment", { body })
        : api("updateSegment", { params: { id }, body }));
      return null;
    });
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    save(mayChange ? segment.id : null);
  }

  return (
    <form className="mt-4 flex flex-col gap-3 border-t pt-4" onSubmit={onSubmit}>
      <Field label={t("audience.segmentName")} error={error}>
        {(tied) => (
          <input
            {...tied}
            required
            className="field"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("audience.description")}>
        {(tied) => (
          <textarea
            {...tied}
            className="field"
            rows={2}
            maxLength={1000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <ReachField reach={reach} onChange={setReach} />
      <div className="flex flex-wrap justify-end gap-2">
        {mayChange ? (
          <Button
            look="danger"
            className="mr-auto"
            onClick={() =>
              keep(async () => {
                await api("removeSegment", { params: { id: segment.id } });
                return null;
              })
            }
          >
            {t("audience.removeSegment")}
          </Button>
        ) : null}
        <Button look="quiet" onClick={onCancel}>
          {t("action.cancel")}
        </Button>
        {mayChange ? (
          <Button busy={busy} disabled={name.trim() === ""} onClick={() => save(null)}>
            {t("audience.keepAsAnother")}
          </Button>
        ) : null}
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ""}>
          {t("action.save")}
        </Button>
      </div>
    </form>
  );
}
